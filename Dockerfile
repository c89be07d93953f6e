# Everything is installed while the image is built; a container of it needs no network and no key.
#   docker build --tag muse-artifact .
#   docker run --name muse --network none muse-artifact                   # kicks the tyres
#   docker run --name muse-full --network none muse-artifact make reproduce
#   docker cp muse:/muse/results .
# The base is Debian 12 by tag and digest (amd64 and others); --build-arg BASE=.. takes a mirror's copy of it.
ARG BASE=debian:bookworm-20250721-slim@sha256:2424c1850714a4d94666ec928e24d86de958646737b1d113f5b2207be44d37d8
FROM ${BASE}

RUN apt-get update -qq && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        git make python3 python3-venv && \
    rm -rf /var/lib/apt/lists/*

WORKDIR /muse

# The lock has a layer of its own: an edited source does not bring everything again.
COPY Makefile requirements.lock ./
RUN make .venv/.python && .venv/bin/pip install --quiet --no-cache-dir --requirement requirements.lock

COPY . .
RUN make setup

CMD ["make", "reproduce", "SCALE=smoke"]
