// Servers of Node that do what the scripted servers of the tests do: each has a port of its own, and counts what it sees.
// Prints the ports, and answers with the counts over cleartext. Ends with its standard input.
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';

const { NGHTTP2_NO_ERROR, NGHTTP2_REFUSED_STREAM } = http2.constants;
const folder = process.argv[2];
const counts = {};

const assistant = (id, instructions = 'Answer kindly.') => ({
  id,
  name: `Assistant ${id}`,
  model: 'openai/gpt-4o',
  instructions,
  created_at: '2026-01-01T00:00:00Z',
});

// 400 assistants of 2.5 KB, all in one page.
const list = JSON.stringify({
  data: Array.from({ length: 400 }, (unused, n) => assistant(`assistant-${n}`, 'Answer kindly. '.repeat(160))),
  meta: { page_number: 1, page_size: 400, total_pages: 1, total_results: 400 },
});

// What the service would say: a list, an assistant, or the reply to a message.
function answer(method, path) {
  const [, id] = path.match(/^\/v2\/ai\/assistants\/([^/?]+)/) ?? [];
  if (id === undefined) {
    return list;
  }
  return JSON.stringify(method === 'POST' ? { content: id } : assistant(id));
}

function start(name, options, listen) {
  counts[name] = {};
  const server = http2.createSecureServer({
    key: fs.readFileSync(`${folder}/key.pem`),
    cert: fs.readFileSync(`${folder}/certificate.pem`),
    // In MB: whoever reads slowly makes the server hold what it has to say.
    maxSessionMemory: 1000,
    ...options,
  });
  server.on('sessionError', () => count(name, 'sessionErrors'));
  listen(server);
  return new Promise((started) => {
    server.listen(0, '127.0.0.1', () => {
      console.log(`${name} ${server.address().port}`);
      started();
    });
  });
}

function count(name, what, by = 1) {
  counts[name][what] = (counts[name][what] ?? 0) + by;
}

function highest(name, what, value) {
  counts[name][what] = Math.max(counts[name][what] ?? 0, value);
}

// Remembers the id in the path, and notices when it comes again.
const seen = new Set();
function processOnce(name, path) {
  count(name, 'processed');
  const mark = `${name} ${path}`;
  if (seen.has(mark)) {
    count(name, 'doubled');
  }
  seen.add(mark);
}

function respond(stream, headers) {
  if (!stream.destroyed) {
    stream.respond({ ':status': 200, 'content-type': 'application/json' });
    stream.end(answer(headers[':method'], headers[':path']));
  }
}

// Calls back when a request has arrived completely.
function onRequest(server, name, receive) {
  server.on('stream', (stream, headers) => {
    stream.on('error', () => count(name, 'streamErrors'));
    receive(stream, headers);
  });
}

// Says 103 once or twice before each response, in the packet of the response or in one of its own.
await start('hints', { allowHTTP1: true }, (server) => {
  server.on('request', (request, response) => {
    request.resume();
    request.on('end', () => {
      count('hints', `http${request.httpVersionMajor}`);
      const send = () => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(answer(request.method, request.url));
      };
      const hints = { link: '</style.css>; rel=preload; as=style' };
      response.writeEarlyHints(hints);
      const variant = counts.hints[`http${request.httpVersionMajor}`] % 3;
      if (variant === 0) {
        send();
      } else if (variant === 1) {
        setTimeout(send, 1);
      } else {
        response.writeEarlyHints(hints);
        setTimeout(send, 1);
      }
    });
  });
});

// Refuses every third stream.
let arrived = 0;
await start('refused', {}, (server) => {
  onRequest(server, 'refused', (stream, headers) => {
    arrived++;
    if (arrived % 3 === 0) {
      count('refused', 'refused');
      stream.close(NGHTTP2_REFUSED_STREAM);
      return;
    }
    processOnce('refused', headers[':path']);
    stream.resume();
    respond(stream, headers);
  });
});

// Processes requests in order, a little later, and leaves a connection after ten without closing it: those that wait
// above the last one are never processed, and that is all that the client is told.
await start('goaway', {}, (server) => {
  server.on('session', (session) => {
    count('goaway', 'sessions');
    session.waiting = [];
    session.processed = 0;
  });
  onRequest(server, 'goaway', (stream, headers) => {
    const session = stream.session;
    if (session.left) {
      count('goaway', 'late');
      return;
    }
    session.waiting.push([stream, headers]);
    if (session.waiting.length > 1) {
      return;
    }
    setTimeout(() => {
      while (session.waiting.length > 0 && session.processed < 10) {
        const [next, itsHeaders] = session.waiting.shift();
        session.processed++;
        session.last = next.id;
        processOnce('goaway', itsHeaders[':path']);
        next.resume();
        respond(next, itsHeaders);
      }
      if (session.processed === 10 && !session.destroyed) {
        session.left = true;
        count('goaway', 'left');
        count('goaway', 'abandoned', session.waiting.length);
        session.waiting = [];
        session.goaway(NGHTTP2_NO_ERROR, session.last);
      }
    }, 2);
  });
});

// Answers with a list of 1 MB, or at once.
await start('lists', { settings: { maxConcurrentStreams: 1000 } }, (server) => {
  server.on('session', () => count('lists', 'sessions'));
  onRequest(server, 'lists', (stream, headers) => {
    stream.resume();
    if (/^\/v2\/ai\/assistants(\?|$)/.test(headers[':path'])) {
      count('lists', 'open');
      stream.on('close', () => count('lists', 'open', -1));
    } else {
      count('lists', 'calls');
    }
    respond(stream, headers);
  });
});

// Allows two streams at a time.
await start('two', { settings: { maxConcurrentStreams: 2 } }, (server) => {
  let open = 0;
  server.on('session', (session) => {
    count('two', 'sessions');
    session.open = 0;
  });
  onRequest(server, 'two', (stream, headers) => {
    const session = stream.session;
    session.open++;
    open++;
    highest('two', 'peak', open);
    highest('two', 'peakOfSession', session.open);
    processOnce('two', headers[':path']);
    stream.on('close', () => {
      session.open--;
      open--;
    });
    stream.resume();
    setTimeout(() => respond(stream, headers), 2);
  });
});

// Takes its time.
await start('slow', { allowHTTP1: true }, (server) => {
  server.on('request', (request, response) => {
    count('slow', 'requests');
    count('slow', 'open');
    response.on('close', () => count('slow', 'open', -1));
    request.resume();
    request.on('end', () => {
      setTimeout(() => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(answer(request.method, request.url));
      }, Math.random() * 20);
    });
  });
});

// Answers when it is told to, and allows two streams at a time until then.
let held;
await start('held', { allowHTTP1: true, settings: { maxConcurrentStreams: 2 } }, (server) => {
  server.on('request', (request, response) => {
    count('held', 'requests');
    request.resume();
    request.on('end', () => {
      const send = () => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(answer(request.method, request.url));
      };
      if (held) {
        held.push(send);
      } else {
        send();
      }
    });
  });
});

const control = http.createServer((request, response) => {
  if (request.url === '/hold') {
    held = [];
    response.end();
    return;
  }
  if (request.url === '/release') {
    held.forEach((send) => send());
    held = undefined;
    response.end();
    return;
  }
  const lines = Object.entries(counts[request.url.slice(1)]).map(([name, value]) => `${name}=${value}\n`);
  response.end(lines.join(''));
});
control.listen(0, '127.0.0.1', () => {
  console.log(`control ${control.address().port}`);
  console.log('ready');
});
process.stdin.resume();
process.stdin.on('end', () => process.exit());
