/** The catalogue's own id in the registry; the guide to removing names it. */
const ID = '3f0c9a5e-7d41-4c86-9b52-d1e6a8f47c20';

const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Where Excel looks for the catalogues of add-ins that its user trusts. */
const CATALOGUES = 'Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs';

/**
 * The registry file that makes Excel show a network share as a catalogue of add-ins, for one PC or a logon script.
 * `share` is a UNC path, `\\\\may-chu\\ctmtqg`. Written as UTF-16, so that a share may have a Vietnamese name.
 */
export function catalogueRegistry(share) {
  const key = `HKEY_CURRENT_USER\\${CATALOGUES}\\{${ID}}`;
  return `\ufeffWindows Registry Editor Version 5.00\r\n\r\n[${key}]\r\n"Id"="{${ID}}"\r\n"Url"="${share.replaceAll('\\', '\\\\')}"\r\n"Flags"=dword:00000001\r\n`;
}

/**
 * The same three values as registry items of Group Policy Preferences: the `Registry.xml` of a policy, or to be pasted
 * in the editor under User Configuration > Preferences > Windows Settings > Registry.
 */
export function cataloguePolicy(share) {
  const values = [
    ['Id', 'REG_SZ', `{${ID}}`, 'B1C0F0D2-6C0B-4B6E-8C54-0D3A6A4E7101'],
    ['Url', 'REG_SZ', share, 'B1C0F0D2-6C0B-4B6E-8C54-0D3A6A4E7102'],
    ['Flags', 'REG_DWORD', '00000001', 'B1C0F0D2-6C0B-4B6E-8C54-0D3A6A4E7103'],
  ];
  const items = values.map(
    ([name, type, value, uid]) =>
      `  <Registry clsid="{9CD4B2F4-923D-47F5-A062-E897DD1DAD50}" name="${name}" status="${name}" image="7" changed="2025-01-01 00:00:00" uid="{${uid}}" userContext="1" bypassErrors="1">
    <Properties action="U" displayDecimal="0" default="0" hive="HKEY_CURRENT_USER" key="${CATALOGUES}\\{${ID}}" name="${name}" type="${type}" value="${escapeXml(value)}"/>
  </Registry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">
${items.join('\n')}
</RegistrySettings>
`;
}
