import type { Route } from '@minzheng/http';
import type { Logger, Metrics } from '@minzheng/observability';
import type { Reaction } from '@minzheng/messaging';
import type { Store } from '@minzheng/store';
import type { Clocks } from '@minzheng/types';
import type { z } from 'zod';
import type { Check } from './checks.ts';
import type { Job } from './jobs.ts';
import type { MergedPersons, Unite } from './merged-persons.ts';
import type { Dependency } from './readiness.ts';
import type { BaseSettings } from './settings.ts';

/** What a service is built with. */
export interface ServiceContext<S extends BaseSettings = BaseSettings> {
  readonly settings: S;
  readonly store: Store;
  readonly clocks: Clocks;
  readonly log: Logger;
  /** Shown by GET /ops/status; labels are few and never ids. */
  readonly metrics: Metrics;
  /** Which ids are one person. */
  readonly persons: MergedPersons;
}

/** What a service consists of: the three ways in, and what it can say about itself. */
export interface ServiceParts {
  readonly routes: readonly Route[];
  readonly reactions?: readonly Reaction[];
  readonly jobs?: readonly Job[];
  /** What becomes of the service's records when two ids turn out to be one person. */
  readonly unite?: Unite;
  /** Joined by the standard ones in GET /ops/verify. */
  readonly checks?: readonly Check[];
  /** What it can do without for a while, named in /readyz when it is away. */
  readonly dependencies?: readonly Dependency[];
  /** Facts for GET /ops/status, under `own`. */
  readonly status?: () => Readonly<Record<string, unknown>>;
  /** Closes what `build` opened (a client of the bank, a limiter); called after the last request and job. */
  readonly close?: () => Promise<void>;
}

/** A service on one screen. */
export interface ServiceDefinition<S extends BaseSettings = BaseSettings> {
  /** Also the name of its database, its consumer groups and its topics. */
  readonly name: string;
  readonly settings: z.ZodObject & z.ZodType<S>;
  /** The folder of its migrations. */
  readonly migrations: URL | string;
  build(context: ServiceContext<S>): ServiceParts | Promise<ServiceParts>;
}

/** Declares a service; `run` and `startService` bring it to life. */
export function defineService<S extends BaseSettings>(definition: ServiceDefinition<S>): ServiceDefinition<S> {
  return definition;
}
