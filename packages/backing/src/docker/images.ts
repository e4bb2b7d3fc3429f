import type { ServerKind } from '../backing.ts';

/** The pinned images; docker-compose.yml names the same ones. */
export const images: Record<ServerKind, string> = {
  kafka: 'apache/kafka:4.4.0',
  mongodb: 'mongo:6.0.19',
  redis: 'redis:7.2.6',
};
