"""What the way to a page says about it, where the page alone leaves a doubt."""

from __future__ import annotations

from crawler.discovery.fronts import names_static_page
from crawler.discovery.parts import part_of
from crawler.extraction.article import Article
from crawler.tasks import Task
from vietnamese.folding import search_key

LEAST_BODY = 80
LEAST_HEADLINE = 12


def is_listed_article(task: Task, article: Article) -> bool:
    """Whether an undated page is an article all the same: a main list offered it under its own title."""
    if task.role != "article" or not task.headline or not article.title:
        return False
    if names_static_page(task.url) or part_of(task.url):
        return False
    if sum(map(len, article.body)) < LEAST_BODY and not article.attachments:
        return False
    headline = search_key(task.headline).rstrip(" .…")
    title = search_key(article.title).rstrip(" .…")
    if len(headline) < LEAST_HEADLINE:
        return False
    return title.startswith(headline) or headline.startswith(title)
