/** A counted noun, by the plural categories of its language; "other" stands for those that it does not tell apart. */
export type Counted = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>
