# 学时管家 in a container: the bot by default (`serve`), any other command by name, e.g. `docker run … xueshi doctor`.
# Everything installed is pinned with hashes. Data lies in /data: one volume to keep and to back up.
FROM python:3.11-slim AS build
WORKDIR /app
COPY requirements-build.txt requirements.txt ./
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements-build.txt \
    && /venv/bin/pip install --no-cache-dir --require-hashes --no-build-isolation -r requirements.txt
COPY pyproject.toml README.md ./
COPY bot bot
COPY handlers handlers
COPY nlu nlu
COPY policies policies
COPY storage storage
RUN /venv/bin/pip install --no-cache-dir --no-build-isolation --no-deps . \
    && /venv/bin/python -m compileall -q /venv/lib

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 xueshi && mkdir /data && chown xueshi /data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 XUESHI_DB=sqlite:////data/xueshi.db XUESHI_FILES=/data/files
USER 10001
WORKDIR /data
VOLUME /data
ENTRYPOINT ["xueshi"]
CMD ["serve"]
