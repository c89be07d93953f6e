# Text statistics, the judge, human or simulated ratings and what they agree on.
from pathlib import Path

HUMAN = MUSE.config["quality"]["ratings"]
# Files beside the project: inputs where they are at hand, so that a change of one is seen.
FED = [path for path in [MUSE.config["quality"]["fed"]["path"]] if Path(path).exists()]
COMPARED = [path for path in MUSE.config["quality"]["compare"].values() if Path(path).exists()]


rule text_statistics:
    input:
        config=step_config("text_statistics", "seed", "index", "quality"),
        src=sources("text_statistics"),
        conversations="data/conversations.jsonl",
        dropped="data/conversations.quarantine.jsonl",
        compared=COMPARED,
        described="data/catalog/described.jsonl",
        truth="data/catalog/truth.json",
    output:
        out="results/quality/text.json",
    log:
        "work/logs/text_statistics.log",
    benchmark:
        "work/benchmarks/text_statistics.tsv"
    shell:
        "muse text-statistics --config {input.config} --conversations {input.conversations} --dropped {input.dropped}"
        " --items {input.described} --truth {input.truth} --out {output.out} > {log} 2>&1"


rule judge:
    input:
        config=step_config("judge", "seed", "llm", "quality"),
        src=sources("judge"),
        conversations="data/conversations.jsonl",
        dropped="data/conversations.quarantine.jsonl",
        compared=COMPARED,
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
    output:
        out="results/quality/judge_scores.csv",
        quarantine="results/quality/judge_quarantine.jsonl",
        usage="work/usage/judge.json",
    log:
        "work/logs/judge.log",
    benchmark:
        "work/benchmarks/judge.tsv"
    shell:
        "muse judge --config {input.config} --conversations {input.conversations} --dropped {input.dropped}"
        " --items {input.described} --images {input.images} --out {output.out} --quarantine {output.quarantine} > {log} 2>&1"


rule pairwise:
    input:
        config=step_config("pairwise", "seed", "llm", "quality"),
        src=sources("pairwise"),
        conversations="data/conversations.jsonl",
        dropped="data/conversations.quarantine.jsonl",
        compared=COMPARED,
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
    output:
        out="results/quality/pairwise.csv",
        quarantine="results/quality/pairwise_quarantine.jsonl",
        usage="work/usage/pairwise.json",
    log:
        "work/logs/pairwise.log",
    benchmark:
        "work/benchmarks/pairwise.tsv"
    shell:
        "muse pairwise --config {input.config} --conversations {input.conversations} --dropped {input.dropped}"
        " --items {input.described} --images {input.images} --out {output.out} --quarantine {output.quarantine} > {log} 2>&1"


rule judge_summary:
    input:
        config=step_config("judge_summary", "seed", "quality"),
        src=sources("judge_summary"),
        conversations="data/conversations.jsonl",
        dropped="data/conversations.quarantine.jsonl",
        compared=COMPARED,
        scores=rules.judge.output.out,
        pairwise=rules.pairwise.output.out,
    output:
        out="results/quality/judge.json",
    log:
        "work/logs/judge_summary.log",
    benchmark:
        "work/benchmarks/judge_summary.tsv"
    shell:
        "muse judge-summary --config {input.config} --conversations {input.conversations} --dropped {input.dropped}"
        " --scores {input.scores} --pairwise {input.pairwise} --out {output.out} > {log} 2>&1"


rule simulate_ratings:
    input:
        config=step_config("simulate_ratings", "seed", "quality"),
        src=sources("simulate_ratings"),
    output:
        out="results/quality/ratings.csv",
        attention="results/quality/attention.csv",
        repeats="results/quality/repeats.csv",
        judge="results/quality/simulated_judge.csv",
        truth="results/quality/ratings_truth.json",
    log:
        "work/logs/simulate_ratings.log",
    benchmark:
        "work/benchmarks/simulate_ratings.tsv"
    shell:
        "muse simulate-ratings --config {input.config} --out {output.out} --attention {output.attention}"
        " --repeats {output.repeats} --judge {output.judge} --truth {output.truth} > {log} 2>&1"


rule ratings:
    input:
        config=step_config("ratings", "seed", "quality"),
        src=sources("ratings"),
        ratings=HUMAN["scores"] if HUMAN else rules.simulate_ratings.output.out,
        attention=HUMAN["attention"] if HUMAN else rules.simulate_ratings.output.attention,
        repeats=HUMAN["repeats"] if HUMAN else rules.simulate_ratings.output.repeats,
    output:
        out="results/quality/ratings.json",
    log:
        "work/logs/ratings.log",
    benchmark:
        "work/benchmarks/ratings.tsv"
    shell:
        "muse ratings --config {input.config} --ratings {input.ratings} --attention {input.attention}"
        " --repeats {input.repeats} --out {output.out} > {log} 2>&1"


rule judge_against_raters:
    input:
        config=step_config("judge_against_raters", "seed", "quality"),
        src=sources("judge_against_raters"),
        ratings=rules.ratings.input.ratings,
        attention=rules.ratings.input.attention,
        scores=rules.judge.output.out if HUMAN else rules.simulate_ratings.output.judge,
    output:
        out="results/quality/judge_against_raters.json",
    log:
        "work/logs/judge_against_raters.log",
    benchmark:
        "work/benchmarks/judge_against_raters.tsv"
    shell:
        "muse judge-against-raters --config {input.config} --ratings {input.ratings} --attention {input.attention}"
        " --scores {input.scores} --out {output.out} > {log} 2>&1"


rule fed:
    input:
        config=step_config("fed", "seed", "quality"),
        src=sources("fed"),
        ratings=FED,
    output:
        out="results/quality/fed.json",
    log:
        "work/logs/fed.log",
    benchmark:
        "work/benchmarks/fed.tsv"
    shell:
        "muse fed --config {input.config} --out {output.out} > {log} 2>&1"


rule quality:
    input:
        rules.text_statistics.output,
        lasting(rules.judge.output),
        lasting(rules.pairwise.output),
        lasting(rules.judge_usage.output),
        rules.judge_summary.output,
        rules.simulate_ratings.output,
        rules.ratings.output,
        rules.judge_against_raters.output,
        rules.fed.output,
