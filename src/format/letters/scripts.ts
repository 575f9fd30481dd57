import { lettersOf } from './text-face.ts'

/**
 * The letters of the font that the engine ships, by the files that it comes in; a test compares them with the files.
 * Numbers of characters in hexadecimal, or ranges of them; none stands in two files.
 */
const shipped = {
  latin:
    '0 20-7e a0-ac ae-ff 131 152-153 2bb-2bc 2c6 2da 2dc 304 308 2002 2009 200b 2013-2014 2018-201a 201c-201e 2022 2026 2032-2033 2039-203a 2044 20ac 2122 2191 2193 2212 feff',
  vietnamese: '102-103 110-111 128-129 168-169 1a0-1a1 1af-1b0 300-301 303 309 323 1ea0-1ef9 20ab',
  'latin-ext':
    '100-101 104-10f 112-127 12a-130 132-148 14a-151 154-167 16a-19f 1a2-1ae 1b1-1c3 1c5-254 256-27b 27e-284 286-290 292-2a4 2a6-2ba 2bd-2c5 2c7-2cc 2ce-2d7 2dd-2ff 1d00 1d0d 1d1b 1d43 1d47-1d49 1d4d 1d4f-1d50 1d52 1d56-1d58 1d5b 1d62-1d65 1d9c 1da0 1dbb 1dbf 1e00-1e9b 1e9d-1e9f 1efa-1eff 2020 20a0-20aa 20ad-20af 20b1-20b3 20b5 20b8-20ba 20bc-20bf 2113 2c7c 2c7f a7ff',
  cyrillic: '400-45f 490-491 4b0-4b1 2116',
  'cyrillic-ext': '460-479 480-48f 492-49d 4a0-4af 4b2-4ff 52f 20b4 2dff a69f',
  greek: '374-376 37a-37f 384-38a 38c 38e-3a1 3a3-3d7 3dc-3dd 3f0-3f6 3f9-3fa 3fc-3ff',
  'greek-ext':
    '1f00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe',
} as const

/** A file of the shipped font: all letters of one of its parts. */
export type ShippedPart = keyof typeof shipped

const parts = ['latin', 'vietnamese', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'] as const

/** The characters of a part of the shipped font, as ranges. */
export const shippedLetters = (part: ShippedPart): string => shipped[part]

const partByCode: ReadonlyMap<number, ShippedPart> = new Map(
  parts.flatMap((part) => lettersOf(shipped[part]).map((code): [number, ShippedPart] => [code, part])),
)

/** The part of the shipped font that has a character; undefined where it has none. */
export const shippedPart = (code: number): ShippedPart | undefined => partByCode.get(code)

/**
 * Characters that only a font for their script shows as it should: letters and marks that belong to a script, the signs
 * and widths of Chinese, Japanese and Korean, emoji. Other signs (arrows, triangles, small figures) any device has.
 */
const bound =
  /^(?:(?=[\p{L}\p{M}\p{Nl}\p{Nd}])[^\p{sc=Common}\p{sc=Inherited}]|[\u3000-\u303f\u3099-\u309c\u30fb\u30fc\u3200-\u33ff\ufe30-\ufe4f\uff01-\uffee]|\p{Emoji_Presentation}|\ufe0f)$/u

export const needsFont = (code: number): boolean => bound.test(String.fromCodePoint(code))

/** Stretches of text that may hold characters beyond the shipped font's first part; no other text is looked at. */
export const beyondLatin =
  /[^\0-\u00ff\u2000-\u200e\u2010-\u202a\u202c\u202d\u202f-\u2066\u2068-\u206f\u20ac\u2122\u2190-\u2199\u2212]+/gu

/** Letters that run from right to left, and the signs that turn text round; digits and signs of numbers never do. */
export const rightToLeft =
  /(?![\p{Nd}\u066a-\u066c])[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Samaritan}\p{sc=Mandaic}\p{sc=Adlam}\p{sc=Hanifi_Rohingya}\u200f\u202b\u202e\u2067]/u
