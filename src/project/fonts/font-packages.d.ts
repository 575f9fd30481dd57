declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat: 'woff2' | 'truetype'
    /** Ranges that axes are cut down to. */
    readonly variationAxes?: Readonly<Record<string, { readonly min: number; readonly max: number }>>
  }
  /** The font with the characters of a text alone. */
  export default function subsetFont(font: Buffer, text: string, options: SubsetOptions): Promise<Buffer>
}

declare module 'fontverter' {
  /** A font as TrueType or OpenType without compression; throws for what is no font. */
  export function convert(font: Buffer, format: 'truetype'): Promise<Buffer>
}
