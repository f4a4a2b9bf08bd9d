# The page in a container:
#   docker build -t mijlpalen-xlsx . && docker run --rm -p 127.0.0.1:8000:8000 --read-only --tmpfs /tmp mijlpalen-xlsx
FROM python:3.13-slim
WORKDIR /build
COPY . .
RUN pip install --no-cache-dir ".[web]" && rm -rf /build
WORKDIR /
USER 65534:65534
ENV PYTHONDONTWRITEBYTECODE=1
EXPOSE 8000
HEALTHCHECK CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=3)"]
ENTRYPOINT ["mijlpalen-xlsx", "serve", "--host", "0.0.0.0"]
