# The dataset: splits, statistics, release, and a browser for the eyes.


rule split:
    input:
        config=step_config("split", "seed", "dataset"),
        src=sources("split"),
        conversations="data/conversations.jsonl",
    output:
        train="data/splits/train.jsonl",
        validation="data/splits/validation.jsonl",
        test="data/splits/test.jsonl",
        leakage="results/dataset/leakage.json",
    log:
        "work/logs/split.log",
    benchmark:
        "work/benchmarks/split.tsv"
    shell:
        "muse split --config {input.config} --conversations {input.conversations} --train {output.train}"
        " --validation {output.validation} --test {output.test} --leakage {output.leakage} 2> {log}"
