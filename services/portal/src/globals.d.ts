/** A name in both languages. */
interface Named {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** The district whose pages these are; from packages/types at build time, as are its streets and towns. */
declare const DISTRICT: Named;
declare const STREETS: readonly (Named & { readonly code: string })[];
