import { Language, ReturnCode } from '@minzheng/types';
import { z } from 'zod';
import data from '../../words/return-codes.json' with { type: 'json' };

const words = z.record(ReturnCode, z.record(Language, z.string().min(1))).parse(data);

/** Why the bank did not credit a payment, and what the payee can do, in their language. */
export const reasonIn = (reason: ReturnCode, language: Language): string => words[reason][language];
