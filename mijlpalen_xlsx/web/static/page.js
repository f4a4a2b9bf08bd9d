// Sends workbooks without leaving the page: files can be dropped, one sees how far it is and can stop.
// Without this script the same forms work as they are.
'use strict';
{
  const form = document.getElementById('check');
  if (form) enhance(form);
  document.querySelector('.wrong')?.focus();

  function enhance(form) {
    const said = form.dataset;
    const field = document.getElementById('file');
    const drop = field.closest('.drop');
    const busy = document.getElementById('busy');
    const stage = document.getElementById('stage');
    const bar = document.getElementById('bar');
    const send = form.querySelector('[type=submit]');
    let request = null;

    field.addEventListener('change', showChosen);
    for (const name of ['dragenter', 'dragover']) {
      drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add('over'); });
    }
    for (const name of ['dragleave', 'drop']) {
      drop.addEventListener(name, () => drop.classList.remove('over'));
    }
    drop.addEventListener('drop', event => {
      event.preventDefault();
      if (event.dataTransfer.files.length) {
        field.files = event.dataTransfer.files;
        showChosen();
      }
    });
    document.getElementById('stop').addEventListener('click', () => request?.abort());
    form.addEventListener('submit', event => { event.preventDefault(); if (!request) check(); });
    addEventListener('pageshow', showChosen); // after "back" the browser may have kept the files

    function showChosen() {
      const list = document.getElementById('chosen');
      list.replaceChildren(...Array.from(field.files, file => {
        const item = document.createElement('li');
        const size = document.createElement('span');
        const name = document.createElement('bdi');
        name.textContent = file.name;
        size.className = 'size';
        size.textContent = ` · ${Math.max(1, Math.round(file.size / 1024)).toLocaleString(document.documentElement.lang)} kB`;
        item.append(name, size);
        return item;
      }));
      list.hidden = field.files.length < 2; // of one file the browser shows the name itself
      if (field.files.length) mistake(null);
    }

    function check() {
      const files = Array.from(field.files);
      const size = files.reduce((sum, file) => sum + file.size, 0);
      const wrong = !files.length ? said.none : files.length > said.files ? said.many : size > said.size ? said.large : null;
      mistake(wrong);
      if (wrong) return field.focus();
      request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.responseType = 'document';
      request.upload.addEventListener('progress', event => {
        if (event.lengthComputable) bar.value = 100 * event.loaded / event.total;
      });
      request.upload.addEventListener('load', () => { stage.textContent = said.checking; bar.removeAttribute('value'); });
      request.addEventListener('load', () => { const page = request.response; done(); page ? show(page) : mistake(said.lost); });
      request.addEventListener('error', () => { done(); mistake(said.lost); field.focus(); });
      request.addEventListener('abort', () => { done(); busy.hidden = false; bar.hidden = stop.hidden = true; stage.textContent = said.stopped; field.focus(); });
      const stop = document.getElementById('stop');
      bar.hidden = stop.hidden = busy.hidden = false;
      stage.textContent = said.sending;
      bar.value = 0;
      send.disabled = true;
      request.send(new FormData(form));
      stop.focus();
    }

    function done() {
      request = null;
      busy.hidden = true;
      stage.textContent = '';
      send.disabled = false;
    }

    // The answer is a whole page: its result goes under our forms, its mistakes above them.
    function show(page) {
      const found = page.getElementById('result');
      const wrong = page.querySelector('.wrong');
      document.querySelector('.wrong')?.remove();
      if (wrong) {
        document.getElementById('main').prepend(document.adoptNode(wrong));
        for (const item of page.querySelectorAll('.card .mistake')) {
          if (item.id === 'file-mistake') mistake(item.textContent);
        }
        if (page.querySelector('#reference_date[aria-invalid]')) document.getElementById('reference_date').closest('details').open = true;
        wrong.focus();
        return;
      }
      if (!found || found.hidden) return mistake(page.querySelector('h1')?.textContent || said.lost);
      const status = found.querySelector('[role=status]');
      const words = status.textContent;
      status.textContent = ''; // a region speaks only of what changes after it is there
      document.getElementById('result').replaceWith(document.adoptNode(found));
      found.focus({ preventScroll: true });
      found.scrollIntoView();
      setTimeout(() => { status.textContent = words; }, 150);
    }

    function mistake(words) {
      document.getElementById('file-mistake')?.remove();
      field.removeAttribute('aria-invalid');
      field.setAttribute('aria-describedby', 'file-hint');
      if (!words) return;
      const line = document.createElement('p');
      line.id = 'file-mistake';
      line.className = 'mistake';
      line.setAttribute('role', 'alert');
      line.textContent = words;
      field.before(line);
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', 'file-hint file-mistake');
    }
  }
}
