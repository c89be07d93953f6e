from pathlib import Path

import pytest

from workflow.dag import jobs


@pytest.mark.parametrize("target", ["all", "dataset"])
def test_an_import_takes_the_place_of_all_that_generates(tmp_path: Path, target: str) -> None:
    planned = jobs([target], scale="smoke", dataset={"source": "import", "import_folder": str(tmp_path)})
    makers = {output: job.rule for job in planned for output in job.outputs}
    for file in (
        "data/catalog/described.jsonl",
        "data/catalog/images",
        "data/profiles.jsonl",
        "data/conversations.jsonl",
    ):
        assert makers[file] == "import_dataset"
    rules = {job.rule for job in planned}
    assert {"split", "release", "index"} <= rules
    assert ({"site", "judge", "paper"} <= rules) == (target == "all")
    assert not rules & {"catalog", "categories", "describe", "profiles", "converse", "optimize", "gather_conversations"}
