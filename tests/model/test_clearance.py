"""The gate's rule: each reason against an edition, and the very instants at which time ends one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from bulletin.model.bulletin import (
    Approval,
    Bulletin,
    Edition,
    Shared,
    Status,
    Translation,
    TranslationStatus,
    Withdrawal,
)
from bulletin.model.calendar import parse_instant
from bulletin.model.clearance import APPROVAL_REASONS, Clearance, Judgement, Reason, clearance
from hypothesis import given
from hypothesis import strategies as st

KEY = "news/2026/03/hoi-nghi"
NOW = parse_instant("2026-03-20T08:00:00+07:00")
TODAY = date(2026, 3, 20)
TOMORROW = date(2026, 3, 21)
MIDNIGHT = parse_instant("2026-03-21")
APPROVED = Approval("Nguyễn Văn A", TODAY)
SOUND = Judgement()


def edition(tag: str, fields: Mapping[str, object], translation: Translation | None = None) -> Edition:
    """One edition whose front matter has the fields that are given."""
    shared = replace(Shared(), **fields)  # type: ignore[arg-type]  # each test names the fields of Shared
    lines = {name: number for number, name in enumerate(fields, 4)} | ({"translation": 3} if translation else {})
    return Edition(KEY, tag, f"{KEY}/index.{tag}.md", "Hội nghị", "Hội nghị.", "", 9, lines, shared, None, translation)


def source(**fields: object) -> Edition:
    """A source edition that is published and approved, but for what is given."""
    return edition("vi", {"date": TODAY, "status": Status.PUBLISHED, "approved": APPROVED, **fields})


def unapproved(**fields: object) -> Edition:
    """A source edition that nobody approved."""
    return edition("vi", {"date": TODAY, "status": Status.PUBLISHED, **fields})


def translation(status: TranslationStatus | None = TranslationStatus.REVIEWED, /, **fields: object) -> Edition:
    """A translation of `source`."""
    return edition("en", fields, Translation("vi", status))


def bulletin(*editions: Edition) -> Bulletin:
    """A bulletin whose source is the first edition without a translation block."""
    sources = [each.locale for each in editions if each.translation is None]
    return Bulletin(KEY, {each.locale: each for each in editions}, sources[0] if sources else None)


def ask(
    tag: str,
    *editions: Edition,
    now: datetime = NOW,
    allows_machine: bool = False,
    judgement: Judgement = SOUND,
) -> Clearance:
    """What the gate says."""
    return clearance(bulletin(*editions), tag, now, allows_machine=allows_machine, judgement=judgement)


@pytest.mark.parametrize(
    ("tag", "editions", "reasons"),
    [
        pytest.param("vi", [source()], [], id="public-source"),
        pytest.param("en", [source(), translation()], [], id="public-translation"),
        pytest.param("en", [source()], [Reason.NO_EDITION], id="no-translation"),
        pytest.param("fr", [source(), translation()], [Reason.NO_EDITION], id="no-such-locale"),
        pytest.param("en", [translation()], [Reason.NO_SOURCE], id="orphan"),
        pytest.param("vi", [replace(source(), faulty=True)], [Reason.FAULTY], id="faulty-source"),
        pytest.param("en", [replace(source(), faulty=True), translation()], [Reason.FAULTY], id="faulty-for-both"),
        pytest.param("en", [source(), replace(translation(), faulty=True)], [Reason.FAULTY], id="faulty-translation"),
        pytest.param("vi", [source(), replace(translation(), faulty=True)], [], id="faulty-translation-only"),
        pytest.param("vi", [source(status=Status.DRAFT)], [Reason.NOT_PUBLISHED], id="draft"),
        pytest.param("vi", [source(status=Status.REVIEW)], [Reason.NOT_PUBLISHED], id="review"),
        pytest.param("vi", [source(status=None)], [Reason.NOT_PUBLISHED], id="status-that-cannot-be-read"),
        pytest.param("en", [source(status=Status.DRAFT), translation()], [Reason.NOT_PUBLISHED], id="draft-for-both"),
        pytest.param(
            "en", [source(), translation(status=Status.DRAFT)], [Reason.NOT_PUBLISHED], id="own-status-of-translation"
        ),
        pytest.param(
            "en", [source(), translation(status=None)], [Reason.NOT_PUBLISHED], id="own-status-that-cannot-be-read"
        ),
        pytest.param(
            "vi",
            [source(status=Status.WITHDRAWN, withdrawn=Withdrawal(TODAY, {}))],
            [Reason.WITHDRAWN],
            id="withdrawn",
        ),
        pytest.param(
            "en", [source(status=Status.WITHDRAWN), translation()], [Reason.WITHDRAWN], id="withdrawn-for-both"
        ),
        pytest.param("vi", [unapproved()], [Reason.NOT_APPROVED], id="not-approved"),
        pytest.param("en", [unapproved(), translation()], [Reason.NOT_APPROVED], id="not-approved-for-both"),
        pytest.param(
            "en",
            [unapproved(), translation(approved=APPROVED)],
            [Reason.NOT_APPROVED],
            id="approval-of-the-translation-is-not-enough",
        ),
        pytest.param(
            "en", [source(), translation(approved=None)], [Reason.NOT_APPROVED], id="own-approval-that-cannot-be-read"
        ),
        pytest.param("en", [source(), translation(approved=APPROVED)], [], id="both-approved"),
        pytest.param("vi", [source(approved=Approval("A", TOMORROW))], [Reason.APPROVED_LATER], id="approved-tomorrow"),
        pytest.param(
            "en",
            [source(), translation(approved=Approval("B", TOMORROW))],
            [Reason.APPROVED_LATER],
            id="translation-approved-tomorrow",
        ),
        pytest.param("vi", [source(date=TOMORROW)], [Reason.DATED_LATER], id="dated-tomorrow"),
        pytest.param("en", [source(date=TOMORROW), translation()], [Reason.DATED_LATER], id="dated-tomorrow-for-both"),
        pytest.param("vi", [source(date=None)], [], id="no-date"),
        pytest.param("vi", [source(embargo_until=MIDNIGHT)], [Reason.EMBARGOED], id="embargoed"),
        pytest.param("en", [source(embargo_until=MIDNIGHT), translation()], [Reason.EMBARGOED], id="embargo-for-both"),
        pytest.param(
            "en", [source(), translation(embargo_until=MIDNIGHT)], [Reason.EMBARGOED], id="own-embargo-of-translation"
        ),
        pytest.param("vi", [source(), translation(embargo_until=MIDNIGHT)], [], id="not-the-source's"),
        pytest.param(
            "en",
            [source(embargo_until=MIDNIGHT), translation(embargo_until=NOW)],
            [Reason.EMBARGOED],
            id="earlier-embargo-of-translation-opens-nothing",
        ),
        pytest.param(
            "en",
            [source(), translation(TranslationStatus.DRAFT)],
            [Reason.DRAFT_TRANSLATION],
            id="draft-translation",
        ),
        pytest.param("en", [source(), translation(None)], [Reason.DRAFT_TRANSLATION], id="translation-without-status"),
        pytest.param(
            "en",
            [source(), translation(TranslationStatus.MACHINE)],
            [Reason.MACHINE_TRANSLATION],
            id="machine-translation",
        ),
        pytest.param(
            "en",
            [unapproved(status=Status.DRAFT, date=TOMORROW, embargo_until=MIDNIGHT), translation(None)],
            [
                Reason.NOT_PUBLISHED,
                Reason.DRAFT_TRANSLATION,
                Reason.NOT_APPROVED,
                Reason.DATED_LATER,
                Reason.EMBARGOED,
            ],
            id="every-reason-is-told",
        ),
        pytest.param("vi", [edition("vi", {})], [Reason.NOT_PUBLISHED, Reason.NOT_APPROVED], id="nothing-said"),
    ],
)
def test_an_edition_is_public_only_where_nothing_stands_against_it(
    tag: str, editions: list[Edition], reasons: list[Reason]
) -> None:
    found = ask(tag, *editions)

    assert found.reasons == tuple(reasons)
    assert found.is_public == (not reasons)
    assert found.is_withdrawn == (reasons == [Reason.WITHDRAWN])


def test_each_reason_is_in_the_table_above() -> None:
    table = test_an_edition_is_public_only_where_nothing_stands_against_it.pytestmark[0].args[1]  # type: ignore[attr-defined]

    assert {reason for case in table for reason in case.values[2]} == set(Reason) - APPROVAL_REASONS


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason in APPROVAL_REASONS])
def test_an_approval_that_is_worth_nothing_withholds_an_edition_and_waits_for_another(reason: Reason) -> None:
    found = ask("vi", source(), judgement=Judgement((reason,)))

    assert found.reasons == (reason,)
    assert found.awaits_approval
    assert found.is_work_in_progress
    assert not found.opens_by_itself


@pytest.mark.parametrize(
    ("editions", "awaits"),
    [
        pytest.param([source(embargo_until=MIDNIGHT)], True, id="and-its-time"),
        pytest.param([source(status=Status.DRAFT)], False, id="draft"),
        pytest.param([replace(source(), faulty=True)], False, id="faulty"),
        pytest.param([source(status=Status.WITHDRAWN)], False, id="withdrawn"),
    ],
)
def test_it_waits_for_an_approval_only_if_that_is_what_it_needs(editions: list[Edition], *, awaits: bool) -> None:
    assert ask("vi", *editions, judgement=Judgement((Reason.CHANGED,))).awaits_approval is awaits
    assert not ask("vi", *editions).awaits_approval


def test_an_approval_of_one_edition_holds_from_its_own_day() -> None:
    found = ask("en", source(), translation(), judgement=Judgement(on=TOMORROW))

    assert found.reasons == (Reason.APPROVED_LATER,)
    assert ask("en", source(), translation(), now=max(found.instants), judgement=Judgement(on=TOMORROW)).is_public


def test_a_machine_translation_is_public_where_the_policy_allows_it() -> None:
    editions = (source(), translation(TranslationStatus.MACHINE))

    assert ask("en", *editions, allows_machine=True).is_public
    assert not ask("en", *editions, allows_machine=False).is_public
    assert not ask("en", source(), translation(TranslationStatus.DRAFT), allows_machine=True).is_public


SECOND = timedelta(seconds=1)
INSTANTS = st.floats(0, 31, width=32).map(lambda days: parse_instant("2026-03-01") + timedelta(days=days))
"""Of one month."""


@pytest.mark.parametrize(
    ("fields", "opens"),
    [
        pytest.param(
            {"embargo_until": parse_instant("2026-03-20T09:30:00+07:00")}, "2026-03-20T02:30:00Z", id="embargo"
        ),
        pytest.param({"embargo_until": parse_instant("2026-03-21")}, "2026-03-20T17:00:00Z", id="embargo-until-a-day"),
        pytest.param({"date": TOMORROW}, "2026-03-20T17:00:00Z", id="date"),
        pytest.param({"approved": Approval("A", TOMORROW)}, "2026-03-20T17:00:00Z", id="approval"),
    ],
)
@pytest.mark.parametrize("tag", ["vi", "en"])
def test_time_opens_an_edition_at_the_very_instant_and_not_before(
    tag: str, fields: dict[str, object], opens: str
) -> None:
    editions, instant = (source(**fields), translation()), parse_instant(opens)

    before = ask(tag, *editions, now=instant - SECOND)

    assert not before.is_public
    assert before.opens_by_itself
    assert before.instants == (instant,)
    assert not ask(tag, *editions, now=instant - timedelta(microseconds=1)).is_public
    assert ask(tag, *editions, now=instant).is_public
    assert ask(tag, *editions, now=instant + SECOND).is_public


@pytest.mark.parametrize(
    ("now", "is_public"),
    [
        pytest.param("2026-03-20T16:59:59Z", False, id="23-59-59-in-vietnam"),
        pytest.param("2026-03-20T17:00:00Z", True, id="00-00-00-in-vietnam"),
        pytest.param("2026-03-20T23:59:59+07:00", False, id="the-same-with-its-offset"),
        pytest.param("2026-03-21T00:00:00+07:00", True, id="midnight-with-its-offset"),
        pytest.param("2026-03-20T12:00:00-05:00", True, id="midnight-seen-from-elsewhere"),
    ],
)
def test_a_day_begins_at_midnight_in_vietnam_wherever_the_build_runs(now: str, *, is_public: bool) -> None:
    assert ask("vi", source(date=TOMORROW), now=datetime.fromisoformat(now)).is_public is is_public


@pytest.mark.parametrize(
    ("tag", "editions", "instants"),
    [
        pytest.param("vi", [source()], [], id="public"),
        pytest.param(
            "vi",
            [source(date=TOMORROW, embargo_until=MIDNIGHT + timedelta(hours=8))],
            [MIDNIGHT, MIDNIGHT + timedelta(hours=8)],
            id="two-reasons-two-instants",
        ),
        pytest.param(
            "en",
            [source(date=TOMORROW), translation(embargo_until=MIDNIGHT + timedelta(days=1))],
            [MIDNIGHT, MIDNIGHT + timedelta(days=1)],
            id="of-source-and-translation",
        ),
        pytest.param("vi", [source(date=TOMORROW), translation(embargo_until=NOW + SECOND)], [MIDNIGHT], id="own-only"),
        pytest.param("vi", [source(embargo_until=NOW)], [], id="past"),
    ],
)
def test_the_instants_to_come_are_those_of_the_reasons(
    tag: str, editions: list[Edition], instants: list[datetime]
) -> None:
    assert ask(tag, *editions).instants == tuple(instants)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"status": Status.DRAFT}, id="draft"),
        pytest.param({"status": Status.WITHDRAWN}, id="withdrawn"),
        pytest.param({"approved": None}, id="not-approved"),
    ],
)
def test_what_an_editor_has_to_do_does_not_open_by_itself(fields: dict[str, object]) -> None:
    assert not ask("vi", source(**{"date": TOMORROW, **fields})).opens_by_itself
    assert not ask("vi", source()).opens_by_itself


@pytest.mark.parametrize(
    ("tag", "editions", "is_in_progress"),
    [
        pytest.param("vi", [source()], False, id="public"),
        pytest.param("vi", [source(status=Status.DRAFT)], True, id="draft"),
        pytest.param("vi", [source(status=Status.REVIEW)], True, id="review"),
        pytest.param("vi", [unapproved()], True, id="unapproved"),
        pytest.param("vi", [source(approved=None)], False, id="approval-that-cannot-be-read"),
        pytest.param("vi", [source(status=None)], False, id="status-that-cannot-be-read"),
        pytest.param("vi", [unapproved(status=None)], False, id="status-that-cannot-be-read-without-approval"),
        pytest.param("vi", [source(embargo_until=MIDNIGHT)], False, id="embargoed"),
        pytest.param("vi", [source(date=TOMORROW)], False, id="dated-tomorrow"),
        pytest.param("vi", [source(approved=Approval("A", TOMORROW))], False, id="approved-tomorrow"),
        pytest.param("vi", [source(status=Status.WITHDRAWN)], False, id="withdrawn"),
        pytest.param("vi", [replace(source(), faulty=True)], False, id="faulty"),
        pytest.param("vi", [replace(source(status=Status.DRAFT), faulty=True)], True, id="faulty-draft"),
        pytest.param("en", [source(), translation()], False, id="translation"),
        pytest.param("en", [source(), translation(TranslationStatus.DRAFT)], True, id="draft-translation"),
        pytest.param("vi", [source(), translation(TranslationStatus.DRAFT)], False, id="source-of-draft-translation"),
        pytest.param("en", [source(), translation(None)], False, id="translation-whose-status-cannot-be-read"),
        pytest.param("en", [source(), translation(TranslationStatus.MACHINE)], True, id="machine-translation"),
        pytest.param("en", [source(status=Status.DRAFT), translation()], True, id="translation-of-a-draft"),
        pytest.param("en", [source(), translation(approved=None)], False, id="own-approval-that-cannot-be-read"),
        pytest.param("en", [translation()], False, id="orphan"),
        pytest.param("en", [source()], False, id="no-edition"),
    ],
)
def test_only_what_editors_still_work_on_is_work_in_progress(
    tag: str, editions: list[Edition], *, is_in_progress: bool
) -> None:
    assert ask(tag, *editions).is_work_in_progress is is_in_progress


@given(
    st.sampled_from((*Status, None)),
    st.one_of(st.none(), st.dates(date(2026, 3, 1), date(2026, 4, 1))),
    st.one_of(st.none(), st.dates(date(2026, 3, 1), date(2026, 4, 1))),
    st.one_of(st.none(), INSTANTS),
    INSTANTS,
)
def test_what_opens_by_itself_is_public_at_its_last_instant_and_not_a_moment_before(
    status: Status | None, day: date | None, approved: date | None, embargo: datetime | None, now: datetime
) -> None:
    approval = Approval("A", approved) if approved else None
    editions = [source(status=status, date=day, approved=approval, embargo_until=embargo)]
    found = ask("vi", *editions, now=now)

    assert found.is_public or found.reasons
    if found.is_public:
        assert status is Status.PUBLISHED
        assert approval
    if found.opens_by_itself:
        last = max(found.instants)
        assert last > now
        assert ask("vi", *editions, now=last).is_public
        assert not ask("vi", *editions, now=last - timedelta(microseconds=1)).is_public
