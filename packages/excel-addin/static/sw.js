// Keeps the page without Excel on the machine, so that it opens without a network after the first visit.
const NAME = 'ctmtqg-%VERSION%';
const FILES = '%FILES%';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(NAME)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  // A part of a page is kept by its whole address, version and all: another page's part is fetched, not mistaken for it.
  const options = { ignoreSearch: request.mode === 'navigate' };
  event.respondWith(caches.match(request, options).then((kept) => kept ?? fetch(request)));
});
