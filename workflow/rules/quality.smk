# Text statistics, the judge, human or simulated ratings and what they agree on.
from pathlib import Path

HUMAN = MUSE.config["quality"]["ratings"]
FED = MUSE.config["quality"]["fed"]["path"]


rule text_statistics:
    input:
        config=step_config("text_statistics", "seed", "quality"),
        src=sources("text_statistics"),
        conversations="data/conversations.jsonl",
    output:
        out="results/quality/text.json",
    log:
        "work/logs/text_statistics.log",
    benchmark:
        "work/benchmarks/text_statistics.tsv"
    shell:
        "muse text-statistics --config {input.config} --conversations {input.conversations} --out {output.out} 2> {log}"


rule judge:
    input:
        config=step_config("judge", "seed", "llm", "quality"),
        src=sources("judge"),
        conversations="data/conversations.jsonl",
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
    output:
        out="results/quality/judge_scores.csv",
        quarantine="results/quality/judge_quarantine.jsonl",
    log:
        "work/logs/judge.log",
    benchmark:
        "work/benchmarks/judge.tsv"
    shell:
        "muse judge --config {input.config} --conversations {input.conversations} --items {input.described}"
        " --images {input.images} --out {output.out} --quarantine {output.quarantine} 2> {log}"


rule simulate_ratings:
    input:
        config=step_config("simulate_ratings", "seed", "quality"),
        src=sources("simulate_ratings"),
    output:
        out="results/quality/ratings.csv",
        attention="results/quality/attention.csv",
        truth="results/quality/ratings_truth.json",
    log:
        "work/logs/simulate_ratings.log",
    benchmark:
        "work/benchmarks/simulate_ratings.tsv"
    shell:
        "muse simulate-ratings --config {input.config} --out {output.out} --attention {output.attention}"
        " --truth {output.truth} 2> {log}"


rule ratings:
    input:
        config=step_config("ratings", "seed", "quality"),
        src=sources("ratings"),
        ratings=HUMAN["scores"] if HUMAN else rules.simulate_ratings.output.out,
        attention=HUMAN["attention"] if HUMAN else rules.simulate_ratings.output.attention,
    output:
        out="results/quality/ratings.json",
    log:
        "work/logs/ratings.log",
    benchmark:
        "work/benchmarks/ratings.tsv"
    shell:
        "muse ratings --config {input.config} --ratings {input.ratings} --attention {input.attention}"
        " --out {output.out} 2> {log}"


rule fed:
    input:
        config=step_config("fed", "seed", "quality"),
        src=sources("fed"),
        ratings=FED if Path(FED).exists() else [],
    output:
        out="results/quality/fed.json",
    log:
        "work/logs/fed.log",
    benchmark:
        "work/benchmarks/fed.tsv"
    shell:
        "muse fed --config {input.config} --out {output.out} 2> {log}"


rule quality:
    input:
        rules.text_statistics.output,
        rules.judge.output,
        rules.simulate_ratings.output,
        rules.ratings.output,
        rules.fed.output,
