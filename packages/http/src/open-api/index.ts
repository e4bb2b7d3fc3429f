export { describeRoutes } from './describe-routes.ts';
export type { DescribedService, OpenApiDocument } from './describe-routes.ts';
