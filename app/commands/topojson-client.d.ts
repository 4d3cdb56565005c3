declare module 'topojson-client' {
  /** An object of a topology as GeoJSON. */
  export function feature(topology: unknown, object: unknown): unknown
}
