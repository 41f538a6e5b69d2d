"""Publication dates: a strict grammar over one short string from a date slot.

`parse` refuses rather than guesses: a sentence that holds a date, two dates, a range, a document's number or
a page's own clock give None. The flags that mean low confidence are listed at `PublishedDate`.
"""

from vietnamese.dates.parser import looks_like_date_line, parse
from vietnamese.dates.published import VIETNAM, PublishedDate, as_known

__all__ = ["VIETNAM", "PublishedDate", "as_known", "looks_like_date_line", "parse"]
