/** SVG text with its ids made unique, so that several drawings can stand in one document. */
export function prefixIds(svg: string, prefix: string): string {
  return svg
    .replace(/\bid=(["'])([^"']+)\1/g, `id=$1${prefix}-$2$1`)
    .replace(/url\((&quot;|['"]?)#([^)'"&]+)\1\)/g, `url(#${prefix}-$2)`)
    .replace(/\b((?:xlink:)?href)=(["'])#([^"']+)\2/g, `$1=$2#${prefix}-$3$2`)
}
