import { createHash } from 'node:crypto';

const sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const OFFICE = 'https://appsforoffice.microsoft.com';

/** The content security policy of a page; `source` says where office.js comes from. */
export function policy(source) {
  const office = source === 'cdn' ? ` ${OFFICE}` : '';
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    `connect-src 'self'${office}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const head = (title, content) => `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${content}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>`;

/** A page that loads its parts from beside it. */
export function page({ title, css, scripts, policy: content }) {
  const own = scripts.map((src) => `<script src="${src}" defer></script>`).join('\n');
  return `<!doctype html>
<html lang="vi">
<head>
${head(title, content)}
<link rel="icon" href="icons/icon-32.png">
<link rel="stylesheet" href="${css}">
${own}
</head>
<body>
<div id="app"></div>
</body>
</html>
`;
}

/** Text that stands inside a script element must not end it. */
const inside = (text) => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/**
 * Everything in one file that opens from a share or a stick. No module scripts and no second file, which `file://`
 * refuses; the inline parts are allowed by their hashes alone.
 */
export function oneFile({ title, css, script, engine, tooOld }) {
  const run = inside(script);
  const content = [
    "default-src 'none'",
    `script-src ${sha256(run)} ${sha256(tooOld)}`,
    `style-src ${sha256(css)}`,
    'img-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="vi">
<head>
${head(title, content)}
<style>${css}</style>
</head>
<body>
<div id="app"></div>
<script type="text/plain" id="engine">${inside(engine)}</script>
<script>${run}</script>
<script>${tooOld}</script>
</body>
</html>
`;
}
