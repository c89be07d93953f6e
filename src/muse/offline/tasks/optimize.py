"""The optimizer's tasks: rewrite, check, review."""

from __future__ import annotations

from typing import Any

from muse.offline.language.meaning import moved
from muse.offline.language.reviewing import context_problem, scores
from muse.offline.language.rewording import reword
from muse.offline.request import Request
from muse.offline.tasks import task


@task("rewrite_utterance")
def rewrite_utterance(request: Request) -> dict[str, Any]:
    """`{"text": ..}`."""
    colloquial = request.section("style") == "colloquial"
    text = request.section("utterance")
    return {"text": reword(text, request.random, colloquial=colloquial, speaker=request.section("speaker"))}


@task("check_rewrite")
def check_rewrite(request: Request) -> dict[str, Any]:
    """`{"same_meaning": .., "reason": ..}`."""
    reason = moved(request.section("original"), request.section("rewritten"))
    return {"same_meaning": not reason, "reason": reason or "the same facts and wishes"}


@task("review_conversation")
def review_conversation(request: Request) -> dict[str, Any]:
    """`{"content_quality": .., "logical_fluency": .., "user_consistency": ..}`."""
    return scores(request.section("conversation").splitlines(), request.section("requirements").splitlines())


@task("check_context")
def check_context(request: Request) -> dict[str, Any]:
    """`{"fits": .., "reason": ..}`."""
    problem = context_problem(request.section("recommended").splitlines(), request.section("conversation").splitlines())
    return {"fits": not problem, "reason": problem or "the items suit the talk"}
