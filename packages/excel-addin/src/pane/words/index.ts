import type { vi } from './vi.js';

type Loose<T> = T extends (...args: infer Args) => string
  ? (...args: Args) => string
  : T extends string
    ? T extends 'vi' | 'en'
      ? 'vi' | 'en'
      : string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof T]: Loose<T[Key]> };

/** The shape of a language: what Vietnamese says, every other must say. */
export type Words = Loose<typeof vi>;
