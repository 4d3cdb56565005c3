const elsewhere = 'evil.example'

/** Wishes where to go after signing in that would lead to another origin, or run something, if a browser's forgiveness or ours were abused. */
export const redirectPayloads: string[] = [
  `https://${elsewhere}/`, `http://${elsewhere}`, `HTTPS://${elsewhere}/`, `https:${elsewhere}`, `https:/${elsewhere}`, `https:///${elsewhere}`, ` https://${elsewhere}`, `\thttps://${elsewhere}`,
  // Two slashes, and what browsers take for them.
  `//${elsewhere}`, `///${elsewhere}`, `////${elsewhere}`, `/\\${elsewhere}`, `\\\\${elsewhere}`, `\\/${elsewhere}`, `/\\/${elsewhere}`, `//\\${elsewhere}`,
  // Tabs, line breaks and spaces, which browsers leave out.
  `/\t/${elsewhere}`, `/\n/${elsewhere}`, `/\r\n/${elsewhere}`, `/\t\\${elsewhere}`, ` //${elsewhere}`, `\t//${elsewhere}`, `/ /${elsewhere}`,
  // A path of ours that becomes two slashes once it is read.
  `/.//${elsewhere}`, `/./\\${elsewhere}`, `/x/..//${elsewhere}`, `/x/../\\${elsewhere}`, `/%2e//${elsewhere}`, `/x/%2e%2e//${elsewhere}`, `/..//${elsewhere}`,
  // Encodings.
  `/%2F${elsewhere}`, `/%5C${elsewhere}`, `%2F%2F${elsewhere}`, `/%09/${elsewhere}`, `/%0d%0aLocation:%20https://${elsewhere}`, `／／${elsewhere}`, `/。${elsewhere}`,
  // Names before an @, and programs.
  `@${elsewhere}`, `//localhost@${elsewhere}`, `javascript:location='https://${elsewhere}'`, `data:text/html,<script>location='https://${elsewhere}'</script>`,
]
