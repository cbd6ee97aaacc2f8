"""Opening a page while keeping a record of all that it asked for and complained about."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError

ColorScheme = Literal["light", "dark", "no-preference"]
HEIGHT = 900  # px, of the window; only its width is what tests are about


@dataclass  # no slots: playwright keeps its wrappers of the handlers below on the object
class Record:
    host: str
    """The page's own `name:port`."""
    hosts: set[str] = field(default_factory=set)
    """`name:port` of all that was asked for over the network, this page's own included."""
    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    """Exceptions that no script caught."""
    failed_requests: list[str] = field(default_factory=list)
    """No answer came. An answer such as 404 is an answer: Chromium makes it a console error."""

    @property
    def foreign_hosts(self) -> set[str]:
        return self.hosts - {self.host}

    @property
    def faults(self) -> list[str]:
        return [
            *(f"foreign host: {host}" for host in sorted(self.foreign_hosts)),
            *(f"console: {error}" for error in self.console_errors),
            *(f"page: {error}" for error in self.page_errors),
            *(f"request: {request}" for request in self.failed_requests),
        ]

    def listen(self, context: BrowserContext) -> None:
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failure)
        context.on("console", self._on_console)
        context.on("weberror", self._on_page_error)

    def _on_request(self, request: Request) -> None:
        if host := urlsplit(request.url).netloc:  # data: and blob: have none
            self.hosts.add(host)

    def _on_failure(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the browser's own change of mind, as on leaving a page
            self.failed_requests.append(f"{request.url}: {request.failure}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console_errors.append(f"{message.location['url']}: {message.text}")

    def _on_page_error(self, error: WebError) -> None:
        self.page_errors.append(str(error.error))


class Visits:
    """Opens pages, each in a context (cookies, storage, settings) of its own."""

    def __init__(self, browser: Browser, site_url: Callable[[], str]) -> None:
        self._browser = browser
        self._site_url = site_url
        self._records: dict[BrowserContext, Record] = {}
        self._taken: set[BrowserContext] = set()

    def __call__(
        self,
        path: str,
        *,
        locale: str | None = None,
        color_scheme: ColorScheme = "light",
        width: int = 1280,
    ) -> Page:
        """`path` is one of the site's, or a full address; `locale` is the reader's (BCP 47), `width` px."""
        address = path if urlsplit(path).scheme else urljoin(self._site_url(), path)
        context = self._browser.new_context(
            locale=locale, color_scheme=color_scheme, viewport={"width": width, "height": HEIGHT}
        )
        self._records[context] = Record(urlsplit(address).netloc)
        self._records[context].listen(context)
        page = context.new_page()
        page.goto(address)
        return page

    def record(self, page: Page) -> Record:
        """What `page` did so far. Whoever takes the record judges it: `close` is then silent on this page."""
        self._taken.add(page.context)
        return self._records[page.context]

    def close(self) -> None:
        """Close every page; raises AssertionError with the faults in all records that were not taken."""
        faults = [
            f"{context.pages[0].url if context.pages else record.host}: {fault}"
            for context, record in self._records.items()
            if context not in self._taken
            for fault in record.faults
        ]
        for context in self._records:
            context.close()
        self._records.clear()
        assert not faults, "\n".join(faults)
