import { z } from 'zod';

/** The languages every text exists in; the first is the default. */
export const Language = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof Language>;

/** One text in every language. */
export type Texts = Readonly<Record<Language, string>>;
