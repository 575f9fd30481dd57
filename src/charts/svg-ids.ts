/** SVG text with its ids made unique, so that several drawings can stand in one document. */
export const prefixIds = (svg: string, prefix: string): string =>
  svg.replace(/\bid=["']|\bhref=["']#|url\((?:&quot;|["'])?#/g, `$&${prefix}-`)
