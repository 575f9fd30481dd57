import { escapeHtml } from '../../../format/html.ts'

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const namespaces = {
  drawing: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  chart: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  slides: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  packages: 'http://schemas.openxmlformats.org/package/2006',
} as const

/** Text in XML, which holds no control characters but tab and line ends. */
export const written = (text: string): string => escapeHtml(text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ''))

type Attributes = Readonly<Record<string, string | number | undefined>>

const attributesXml = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${written(String(value))}"`))
    .join('')

/** An element of attributes, those that are undefined left out, and of inner XML. */
export function element(name: string, attributes: Attributes = {}, inner = ''): string {
  const head = `<${name}${attributesXml(attributes)}`
  return inner === '' ? `${head}/>` : `${head}>${inner}</${name}>`
}

/** Pixels of a slide of 1920 × 1080 as English Metric Units: the slide is 13⅓ inches wide. */
export const emu = (pixels: number): number => Math.round(pixels * 6350)

/** Pixels as hundredths of a point: 1920 are 960 points. */
export const centipoints = (pixels: number): number => Math.round(pixels * 50)
