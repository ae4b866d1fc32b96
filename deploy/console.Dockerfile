# The console as static files behind nginx, which hands everything else to the management API: one origin, so one cookie.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build:ts && npm run build:web

FROM nginx:1.28
COPY --from=build /app/apps/console/dist /usr/share/nginx/console
COPY deploy/console.nginx.conf.template /etc/nginx/templates/default.conf.template
