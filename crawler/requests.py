"""Scrapy requests from tasks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scrapy import FormRequest, Request

from crawler.discovery.listing import FormPost
from crawler.tasks import PRIORITY, Task


def request_for(
    task: Task, callback: Callable[..., Any], errback: Callable[..., Any] | None, form: FormPost | None = None
) -> Request:
    """Make a task's request.

    The frontier has already seen to it that nothing is fetched twice, hence `dont_filter`. Every status comes to the
    callback, redirects too: each address on the way has a state of its own.
    """
    meta = {"task": task, "handle_httpstatus_all": True, "validators": task.validators}
    common: dict[str, Any] = {
        "callback": callback,
        "errback": errback,
        "dont_filter": True,
        "priority": PRIORITY[task.role],
        "meta": meta,
    }
    if form is not None:
        return FormRequest(form.url, formdata=list(form.fields), **common)
    return Request(task.url, headers=dict(task.validators), **common)
