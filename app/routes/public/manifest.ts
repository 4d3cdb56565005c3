/** What a telephone needs to put the desk on its home screen. */
export function loader() {
  const icon = (size: number) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' })
  const manifest = {
    name: 'Dastarkhan: Pakistan–Kazakhstan Business Forum', short_name: 'Dastarkhan', start_url: '/', display: 'browser', background_color: '#F6F7F3', theme_color: '#06352A',
    icons: [icon(192), icon(512), { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
  return Response.json(manifest, { headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'public, max-age=86400' } })
}
