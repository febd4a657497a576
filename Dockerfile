# The newsroom as a Node server: site, admin and sign-in (OPERATIONS.md, «One server»).
#
#   docker build -t gaceta .
#   docker run --init -p 127.0.0.1:4321:4321 --env-file gaceta.env -v contenido:/contenido -v estado:/gaceta/.gaceta gaceta
#
# It needs GACETA_BACKEND: the embedded forge, in which whoever reaches it can choose a user, listens on loopback only.

FROM node:24-bookworm-slim AS dependencies
WORKDIR /gaceta
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates git openssh-client \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /gaceta
COPY --from=dependencies /gaceta/node_modules node_modules
COPY . .
# All that the server writes: builds and releases, Astro's types, Vite's cache.
RUN mkdir -p .gaceta .astro node_modules/.vite /contenido && chown node:node .gaceta .astro node_modules/.vite /contenido
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4321 CONTENT_REPO=/contenido ASTRO_TELEMETRY_DISABLED=1
VOLUME ["/gaceta/.gaceta", "/contenido"]
EXPOSE 4321
# The first build takes a minute or more.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10m --start-interval=5s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/salud`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "src/server/start.ts"]
