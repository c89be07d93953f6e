"""The job of llm_throughput.py through NeMo DataDesigner, in an environment where it is installed (not this project's).

`python llm_peer.py URL CALLS PICTURES`: prints calls a second, CPU and peak memory as JSON. Plain text answers, since
its structured ones are parsed and checked besides; pictures are read and encoded before the clock starts.
"""

from __future__ import annotations

import base64
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from data_designer.config.column_configs import LLMTextColumnConfig
from data_designer.config.config_builder import DataDesignerConfigBuilder
from data_designer.config.models import ChatCompletionInferenceParams, ImageContext, ModelConfig, ModelProvider
from data_designer.config.run_config import RunConfig
from data_designer.config.seed_source_dataframe import DataFrameSeedSource
from data_designer.interface.data_designer import DataDesigner

IN_FLIGHT, PROMPT_BYTES = 64, 1000


def main() -> None:
    url, calls, pictures = sys.argv[1], int(sys.argv[2]), sorted(Path(sys.argv[3]).glob("*.jpg"))
    encoded = [base64.b64encode(path.read_bytes()).decode() for path in pictures]
    parameters = ChatCompletionInferenceParams(max_parallel_requests=IN_FLIGHT, temperature=0.7, max_tokens=64)
    model = ModelConfig(alias="m", model="muse-offline-1", provider="here", inference_parameters=parameters)
    with tempfile.TemporaryDirectory() as folder:
        designer = DataDesigner(
            folder,
            model_providers=[ModelProvider(name="here", endpoint=url, api_key="none")],
            auto_configure_logging=False,
        )
        designer.set_run_config(RunConfig(disable_early_shutdown=True))

        def run(count: int) -> None:
            builder = DataDesignerConfigBuilder(model_configs=[model])
            shown = [[encoded[number // 10 % len(encoded)]] if number % 10 == 0 else [] for number in range(count)]
            asked = [f"{number} ".ljust(PROMPT_BYTES, "x") for number in range(count)]
            builder.with_seed_dataset(DataFrameSeedSource(df=pd.DataFrame({"asked": asked, "shown": shown})))
            picture = ImageContext(column_name="shown", data_type="base64", image_format="jpg")
            builder.add_column(
                LLMTextColumnConfig(
                    name="words", prompt="<text>{{ asked }}</text>", system_prompt="Task: say", model_alias="m",
                    multi_modal_context=[picture],
                )
            )  # fmt: skip
            made = designer.create(builder, num_records=count).load_dataset()
            assert len(made) == count, len(made)

        run(IN_FLIGHT)
        begun, cpu = time.perf_counter(), time.process_time()
        run(calls)
        seconds, cpu_s = time.perf_counter() - begun, time.process_time() - cpu
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"calls": calls, "seconds": seconds, "cpu_s": cpu_s, "peak_mb": peak_mb}))


if __name__ == "__main__":
    main()
