import { z } from 'zod';

const DEFAULT_PAGE = 20;
const MAX_PAGE = 50;

/** How many rows of a list are asked for. */
export const Limit = z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE);
