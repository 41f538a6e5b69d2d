"""Material for the tests of the language: every possible syllable, and sentences of our own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vietnamese.letters import TONES, VOWELS, add_tone
from vietnamese.syllables import ONSETS, RIMES, parse_syllable
from vietnamese.tones import place_tones

SENTENCES = (
    "Sáng nay, huyện mở lớp tập huấn chuyển đổi số cho cán bộ các xã vùng cao.",
    "Ủy ban nhân dân tỉnh giao Sở Xây dựng rà soát quỹ đất và báo cáo trước ngày 15 tháng 8.",
    "Đoàn kiểm tra đề nghị trường khẩn trương sửa chữa mái nhà đa năng, thay hệ thống điện đã cũ.",
    "HỘI NGHỊ TỔNG KẾT CÔNG TÁC DÂN VẬN, GIỮ GÌN TRẬT TỰ VÀ BẢO VỆ RỪNG",
    "Giá lúa nhích thêm 200 đồng mỗi ký; người trồng quýt, khóm và dừa xiêm cũng được mùa.",
    "Ông Võ Hữu Nghĩa (xã Ea Súp) kể: “Thuở ấy đường lầy, xe kéo ì ạch suốt buổi”.",
    "Thuế, lệ phí – những khoản thu quen thuộc – nay nộp qua mạng lúc nào cũng được…",
    "Bác sĩ khuyên: uống đủ nước, ngủ sớm, tập thể dục; huyết áp ổn thì mới yên tâm.",
)
FOREIGN = (
    "Die Straßen über den Fluss sind für große Wagen gesperrt, können aber später öffnen.",
    "Où est passé l'élève ? Il a été très déçu, naïf et un peu gêné à l'école laïque.",
    "El niño está aquí; mañana será otro día, según dijo la señora Peña.",
    "Så må vi få på plats någon båt, då blir det för sent att åka hem.",
    "The café's résumé was naïve, but the façade and the entrée were first-rate.",
    "Não há opção: a decisão é só do júri, e ninguém dirá o porquê amanhã.",
    "Città più bella non c'è: però costerà, e così la comprerà chi può.",
    "Copyright © 2021 Acme® – 20 °C, 5 × 3 m², §4, ½ lb, «fin»",
)


@pytest.fixture(scope="session")
def sentences() -> tuple[str, ...]:
    """Vietnamese as it is printed, in our own words."""
    return SENTENCES


@pytest.fixture(scope="session")
def foreign() -> tuple[str, ...]:
    """Other languages that are written with Western accents."""
    return FOREIGN


@pytest.fixture(scope="session")
def syllables() -> list[str]:
    """Every possible syllable with every tone it can bear, tone marks in the new style."""
    found = set()
    for onset in (*ONSETS, ""):
        for rime in RIMES:
            for tone in ("", *TONES):
                first = next(index for index, letter in enumerate(rime) if letter in VOWELS)
                word = onset + rime[:first] + add_tone(rime[first], tone) + rime[first + 1 :]
                if parse_syllable(word):
                    found.add(place_tones(word, "new"))
    return sorted(found)


@pytest.fixture(scope="session")
def vectors(shared: Path) -> list[tuple[str, str, str]]:
    """The owner's cases for text: input, expected, rule."""
    rows = []
    for line in (shared / "vectors" / "texts.tsv").read_text("utf-8").split("\n")[1:]:
        if line:
            given, expected, rule = (
                re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), field)
                for field in line.split("\t")
            )
            rows.append((given, expected, rule))
    return rows
