import { z } from 'zod';

const MAX_RULES = 100;

/** 规则编号: the rules of the domain that a decision rests on, like 'DB-1' or 'VET-10'. */
export const ruleIds = z.array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)).max(MAX_RULES);
