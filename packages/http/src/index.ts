export { languageOf } from './accept-language.ts';
export { authorize } from './authorize.ts';
export { newBreaker, wasHeldBack } from './breaker.ts';
export type { Breaker } from './breaker.ts';
export { createApp } from './create-app.ts';
export type { AppSettings } from './create-app.ts';
export { drain } from './drain.ts';
export { exchangeOf, patternOf } from './exchange.ts';
export type { Exchange } from './exchange.ts';
export { guardedJson, JSON_LIMITS } from './guarded-json.ts';
export type { GuardedJson } from './guarded-json.ts';
export { mountLocalClock } from './local-clock-door.ts';
export type { LocalClock } from './local-clock-door.ts';
export { CONNECTION_LIMITS, listen } from './listen.ts';
export type { ConnectionLimits, Listening, ListenSettings } from './listen.ts';
export { outbound, OutboundFault } from './outbound.ts';
export type { OutboundClient, OutboundReply, OutboundRequest, OutboundSettings } from './outbound.ts';
export { problem, PROBLEM_MEDIA_TYPE } from './problem.ts';
export type { ProblemDocument, ProblemField, ProblemOptions } from './problem.ts';
export { rateLimiter, rateLimits } from './rate-limiter.ts';
export { ownPerson, ownPersons, staffNoOf } from './caller-of.ts';
export { After, listOf, pageAfter, paged, Paging } from './paging.ts';
export type {
  Allowance,
  Budget,
  Limiter,
  RateLimiter,
  RateLimiterSettings,
  RateLimits,
  RateLimitsSettings,
} from './rate-limiter.ts';
export { command, DEFAULT_BODY_LIMIT_BYTES, GREATEST_BODY_LIMIT_BYTES, probe, query, refuseKeeping } from './route.ts';
export type {
  CommandDeclaration,
  CommandRequest,
  CommandRoute,
  Example,
  KeptRefusal,
  ProbeRoute,
  QueryDeclaration,
  QueryRequest,
  QueryRoute,
  RequestFacts,
  Route,
} from './route.ts';
export { refuseOtherMethods } from './refuse-other-methods.ts';
export type { Pressure } from './refuse-when-busy.ts';
export { sendProblem } from './send-problem.ts';
export { isSteppedUp, STEP_UP } from './step-up.ts';
export { tokenCheck } from './token-check.ts';
export type { TokenCheck, TokenCheckResult, TokenCheckSettings } from './token-check.ts';
export { traceOf } from './traceparent.ts';
export type { Trace } from './traceparent.ts';
