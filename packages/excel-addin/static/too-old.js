// Written for the oldest browsers (Excel 2016 and 2019 show their panes in one): where the page could not begin,
// it says so instead of staying white.
(() => {
  var app = document.getElementById('app');
  if (!app || app.firstChild) return;
  var inExcel = !!window.Office;
  var say = (name, text) => {
    var element = document.createElement(name);
    element.appendChild(document.createTextNode(text));
    app.appendChild(element);
    return element;
  };
  say('h2', inExcel ? 'Phiên bản Excel này quá cũ' : 'Trình duyệt này quá cũ');
  if (inExcel) say('p', 'Bảng CTMTQG cần Excel 2021 trở lên hoặc Microsoft 365.');
  say('p', 'Hãy mở trang không cần Excel bằng Edge, Chrome hoặc Cốc Cốc rồi thả tệp .xlsx vào.');
  say('p', 'This version is too old. Open the page without Excel in a current browser.');
  if (!inExcel) return;
  var link = say('a', 'Mở trang không cần Excel');
  link.href = 'index.html';
  link.target = '_blank';
  link.rel = 'noreferrer';
})();
