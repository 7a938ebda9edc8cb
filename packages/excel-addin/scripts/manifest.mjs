import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cataloguePolicy, catalogueRegistry } from './catalogue.mjs';
import { manifestFaults } from './check-manifest.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What Excel knows the add-in by; the id must never change, or people would have it twice. */
const OURS = { id: '3f0c9a5e-7d41-4c86-9b52-d1e6a8f47c20', name: 'CTMTQG' };
/** The same on a developer's machine, so that it can stand beside the one in use. */
export const IN_DEVELOPMENT = { id: '8a2d6c1b-52f7-4e0a-b0d3-6f4b9e1c7a35', name: 'CTMTQG (thử)' };

const STRINGS = {
  'Tab.Label': ['CTMTQG', 'CTMTQG'],
  'Check.Group': ['Kiểm tra bảng vốn', 'Check budget sheets'],
  'Check.Label': ['Kiểm tra', 'Check'],
  'Totals.Label': ['Điền tổng', 'Fill totals'],
  'Counterpart.Label': ['Điền đối ứng', 'Fill counterpart'],
  'Undo.Label': ['Hoàn tác', 'Undo'],
  'Mark.Label': ['Tô màu ô', 'Colour cells'],
  'Open.Label': ['Mở bảng', 'Open pane'],
  'Functions.Namespace': ['CTMTQG', 'CTMTQG'],
  'Start.Title': ['CTMTQG đã sẵn sàng', 'CTMTQG is ready'],
};

const LONG = {
  'Check.Tip': [
    'Kiểm tra mọi bảng trong tệp và chỉ ra từng ô sai',
    'Checks every table of the file and names each wrong cell',
  ],
  'Totals.Tip': [
    'Xem trước rồi điền công thức tổng vào ô còn trống',
    'Shows, then fills, formulas for blank totals',
  ],
  'Counterpart.Tip': [
    'Xem trước rồi điền vốn đối ứng vào ô còn trống',
    'Shows, then fills, blank counterpart cells',
  ],
  'Undo.Tip': ['Hoàn tác bước sửa gần nhất của CTMTQG', 'Takes back the last step of CTMTQG'],
  'Mark.Tip': ['Tô màu các ô có vấn đề, bấm lần nữa để bỏ', 'Colours the cells found; press again to remove'],
  'Open.Tip': ['Mở bảng điều khiển CTMTQG', 'Opens the pane of CTMTQG'],
  'Start.Text': ['Bấm Kiểm tra ở thẻ CTMTQG', 'Press Check in the tab CTMTQG'],
};

const BUTTONS = [
  { name: 'Check', run: 'ctmtqgCheck' },
  { name: 'Totals', run: 'ctmtqgFillTotals' },
  { name: 'Counterpart', run: 'ctmtqgFillCounterpart' },
  { name: 'Undo', run: 'ctmtqgUndo' },
  { name: 'Mark', run: 'ctmtqgMark' },
  { name: 'Open', run: null },
];

const SIZES = [16, 32, 80];

const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const icons = SIZES.map((size) => `<bt:Image size="${size}" resid="Icon.${size}"/>`).join('');

const action = (run) =>
  run
    ? `<Action xsi:type="ExecuteFunction"><FunctionName>${run}</FunctionName></Action>`
    : '<Action xsi:type="ShowTaskpane"><TaskpaneId>ctmtqg</TaskpaneId><SourceLocation resid="Pane.Url"/></Action>';

const button = (prefix, { name, run }) => `
                <Control xsi:type="Button" id="${prefix}.${name}">
                  <Label resid="${name}.Label"/>
                  <Supertip><Title resid="${name}.Label"/><Description resid="${name}.Tip"/></Supertip>
                  <Icon>${icons}</Icon>
                  ${action(run)}
                </Control>`;

const strings = (table) =>
  Object.entries(table)
    .map(
      ([id, [vi, en]]) => `
        <bt:String id="${id}" DefaultValue="${escapeXml(vi)}"><bt:Override Locale="en-US" Value="${escapeXml(en)}"/></bt:String>`,
    )
    .join('');

/**
 * The add-in-only manifest for one web address. Ribbon and functions need Excel 2021 (ExcelApi 1.14); an older one gets
 * the pane alone, which says so and shows the way to the page without Excel. Pane, buttons and functions share one
 * runtime. Excel pins the add-in to this address, so each office generates its own.
 */
export function manifest(host, version, { id, name } = OURS) {
  const base = `https://${host}`;
  const urls = {
    'Pane.Url': `${base}/taskpane.html`,
    'Script.Url': `${base}/pane.js`,
    'Metadata.Url': `${base}/functions.json`,
    'Help.Url': `${base}/index.html`,
  };
  const images = SIZES.map(
    (size) => `
        <bt:Image id="Icon.${size}" DefaultValue="${base}/icons/icon-${size}.png"/>`,
  ).join('');
  const addresses = Object.entries(urls)
    .map(
      ([id, url]) => `
        <bt:Url id="${id}" DefaultValue="${url}"/>`,
    )
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>${id}</Id>
  <Version>${version}</Version>
  <ProviderName>CTMTQG</ProviderName>
  <DefaultLocale>vi-VN</DefaultLocale>
  <DisplayName DefaultValue="${escapeXml(name)}"/>
  <Description DefaultValue="Kiểm tra và điền bảng vốn chương trình mục tiêu quốc gia, ngay trên máy này."/>
  <IconUrl DefaultValue="${base}/icons/icon-32.png"/>
  <HighResolutionIconUrl DefaultValue="${base}/icons/icon-64.png"/>
  <SupportUrl DefaultValue="${urls['Help.Url']}"/>
  <Hosts><Host Name="Workbook"/></Hosts>
  <Requirements><Sets DefaultMinVersion="1.1"><Set Name="ExcelApi" MinVersion="1.1"/></Sets></Requirements>
  <DefaultSettings><SourceLocation DefaultValue="${urls['Pane.Url']}"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Requirements><bt:Sets DefaultMinVersion="1.1"><bt:Set Name="ExcelApi" MinVersion="1.14"/></bt:Sets></Requirements>
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes><Runtime resid="Pane.Url" lifetime="long"/></Runtimes>
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script><SourceLocation resid="Script.Url"/></Script>
            <Page><SourceLocation resid="Pane.Url"/></Page>
            <Metadata><SourceLocation resid="Metadata.Url"/></Metadata>
            <Namespace resid="Functions.Namespace"/>
          </ExtensionPoint>
        </AllFormFactors>
        <DesktopFormFactor>
          <GetStarted><Title resid="Start.Title"/><Description resid="Start.Text"/><LearnMoreUrl resid="Help.Url"/></GetStarted>
          <FunctionFile resid="Pane.Url"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <CustomTab id="CTMTQG.Tab">
              <Group id="CTMTQG.Group">
                <Label resid="Check.Group"/>
                <Icon>${icons}</Icon>${BUTTONS.map((one) => button('CTMTQG', one)).join('')}
              </Group>
              <Label resid="Tab.Label"/>
            </CustomTab>
          </ExtensionPoint>
          <ExtensionPoint xsi:type="ContextMenu">
            <OfficeMenu id="ContextMenuCell">${BUTTONS.filter((one) => one.name === 'Check')
              .map((one) => button('CTMTQG.Menu', one))
              .join('')}
            </OfficeMenu>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>${images}
      </bt:Images>
      <bt:Urls>${addresses}
      </bt:Urls>
      <bt:ShortStrings>${strings(STRINGS)}
      </bt:ShortStrings>
      <bt:LongStrings>${strings(LONG)}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}

const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:\/[\w./-]*[\w-])?$/i;
const SHARE = /^\\\\[^\\/:*?"<>|]+\\[^/:*?"<>|]+$/;

export const version = () => `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}.0`;

function main(host, share) {
  if (!host || !HOST.test(host) || (share !== undefined && !SHARE.test(share))) {
    console.error(
      'Cách dùng: manifest MÁY-CHỦ [\\\\MÁY\\THƯ-MỤC]   ví dụ: addin.tinh.gov.vn, may-chu:8443/ctmtqg, \\\\may-chu\\ctmtqg\nUse: manifest HOST [\\\\SERVER\\SHARE]',
    );
    process.exit(2);
  }
  const dist = join(root, 'dist');
  const web = join(dist, 'web');
  if (!existsSync(web)) {
    console.error('Chưa có bản dựng: chạy “pnpm --filter @ctmtqg/excel-addin build” trước. / Build first.');
    process.exit(2);
  }
  const made = manifest(host, version());
  const faults = manifestFaults(made, host, web);
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  writeFileSync(join(dist, 'manifest.xml'), made);
  console.log(`dist/manifest.xml: https://${host}`);
  if (!share) return;
  writeFileSync(join(dist, 'ctmtqg-catalogue.reg'), catalogueRegistry(share), 'utf16le');
  writeFileSync(join(dist, 'Registry.xml'), cataloguePolicy(share));
  console.log(`dist/ctmtqg-catalogue.reg, dist/Registry.xml: ${share}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2], process.argv[3]);
