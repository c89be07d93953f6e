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
        " --validation {output.validation} --test {output.test} --leakage {output.leakage} > {log} 2>&1"


rule statistics:
    input:
        src=sources("statistics"),
        train="data/splits/train.jsonl",
        validation="data/splits/validation.jsonl",
        test="data/splits/test.jsonl",
        described="data/catalog/described.jsonl",
    output:
        statistics="results/dataset/statistics.json",
    log:
        "work/logs/statistics.log",
    benchmark:
        "work/benchmarks/statistics.tsv"
    shell:
        "muse statistics --splits data/splits --catalog {input.described} --output {output.statistics} > {log} 2>&1"


rule compare:
    input:
        config=step_config("compare", "dataset"),
        src=sources("compare"),
        conversations="data/conversations.jsonl",
        others=[path for path in MUSE.config["dataset"]["comparison"].values() if path and os.path.exists(path)],
    output:
        comparison="results/dataset/comparison.json",
    log:
        "work/logs/compare.log",
    benchmark:
        "work/benchmarks/compare.tsv"
    shell:
        "muse compare --config {input.config} --conversations {input.conversations} --output {output.comparison}"
        " > {log} 2>&1"


rule site:
    input:
        config=step_config("site", "dataset"),
        src=sources("site"),
        train="data/splits/train.jsonl",
        validation="data/splits/validation.jsonl",
        test="data/splits/test.jsonl",
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
        statistics="results/dataset/statistics.json",
        leakage="results/dataset/leakage.json",
        comparison="results/dataset/comparison.json",
        generation="results/dataset/generation.json",
        judge="results/quality/judge_scores.csv",
    output:
        site=directory("results/site"),
    log:
        "work/logs/site.log",
    benchmark:
        "work/benchmarks/site.tsv"
    shell:
        "muse site --config {input.config} --splits data/splits --catalog {input.described} --images {input.images}"
        " --statistics {input.statistics} --leakage {input.leakage}"
        " --comparison {input.comparison} --generation {input.generation} --judge {input.judge}"
        " --output {output.site} > {log} 2>&1"


rule release:
    input:
        config=step_config("release", "dataset"),
        src=sources("release"),
        train="data/splits/train.jsonl",
        validation="data/splits/validation.jsonl",
        test="data/splits/test.jsonl",
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
        profiles="data/profiles.jsonl",
        examples="data/finetune/examples",
        statistics="results/dataset/statistics.json",
        leakage="results/dataset/leakage.json",
    output:
        release=directory("data/release"),
    log:
        "work/logs/release.log",
    benchmark:
        "work/benchmarks/release.tsv"
    shell:
        "muse release --config {input.config} --splits data/splits --catalog {input.described}"
        " --images {input.images} --profiles {input.profiles} --examples {input.examples}"
        " --statistics {input.statistics} --leakage {input.leakage} --output {output.release} > {log} 2>&1"


rule digest:
    input:
        src=sources("digest"),
        catalog="data/catalog/items.jsonl",
        images="data/catalog/images",
        described="data/catalog/described.jsonl",
        profiles="data/profiles.jsonl",
        conversations="data/conversations.jsonl",
        splits=["data/splits/train.jsonl", "data/splits/validation.jsonl", "data/splits/test.jsonl"],
        release="data/release",
    output:
        digests="results/dataset/digests.json",
    log:
        "work/logs/digest.log",
    benchmark:
        "work/benchmarks/digest.tsv"
    shell:
        "muse digest items images described profiles conversations splits release --json {output.digests} > {log} 2>&1"


rule export:
    input:
        src=sources("export"),
        conversations="data/conversations.jsonl",
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
    output:
        export=directory("data/authors-format"),
    log:
        "work/logs/export.log",
    benchmark:
        "work/benchmarks/export.tsv"
    shell:
        "muse export --conversations {input.conversations} --catalog {input.described} --images {input.images}"
        " --output {output.export} > {log} 2>&1"


if MUSE.config["dataset"]["source"] == "import":

    # Takes the place of the rules that generate: the same files, read instead of made.
    ruleorder: import_dataset > catalog
    ruleorder: import_dataset > categories
    ruleorder: import_dataset > describe
    ruleorder: import_dataset > gather_describe
    ruleorder: import_dataset > gather_profiles
    ruleorder: import_dataset > gather_conversations

    rule import_dataset:
        input:
            config=step_config("import_dataset", "dataset", "catalog"),
            src=sources("import_dataset"),
            folder=MUSE.config["dataset"]["import_folder"],
        output:
            catalog="data/catalog/items.jsonl",
            images=directory("data/catalog/images"),
            truth="data/catalog/truth.json",
            items_quarantine="data/catalog/quarantine.jsonl",
            described="data/catalog/described.jsonl",
            categories="data/catalog/categories.json",
            described_quarantine="data/catalog/described.quarantine.jsonl",
            profiles="data/profiles.jsonl",
            profiles_quarantine="data/profiles.quarantine.jsonl",
            profile_counts="results/dataset/profiles.json",
            conversations="data/conversations.jsonl",
            quarantine="data/conversations.quarantine.jsonl",
            report="results/dataset/generation.json",
        log:
            "work/logs/import_dataset.log",
        benchmark:
            "work/benchmarks/import_dataset.tsv"
        shell:
            "muse import-dataset --config {input.config} --catalog {output.catalog} --described {output.described}"
            " --images {output.images} --categories {output.categories} --profiles {output.profiles}"
            " --conversations {output.conversations} --quarantine {output.quarantine} --report {output.report} > {log} 2>&1"
            " && echo '{{}}' > {output.truth} && echo '{{}}' > {output.profile_counts}"
            " && : > {output.items_quarantine} && : > {output.described_quarantine}"
            " && : > {output.profiles_quarantine}"
