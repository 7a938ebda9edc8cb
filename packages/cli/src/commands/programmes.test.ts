import { describe, expect, it } from 'vitest';
import { call } from '../testing.js';

describe('ctmtqg programmes', () => {
  it('lists the programmes', async () => {
    const { code, out } = await call('programmes');
    expect(code).toBe(0);
    for (const id of ['dttsmn-2021-2025', 'gnbv-2021-2025', 'ntm-2021-2025', 'ctmtqg-2026-2035'])
      expect(out).toContain(id);
    const listed = (await call('programmes', '--json')).json<readonly { id: string; nodes: number }[]>();
    expect(listed).toHaveLength(4);
  });
  it('shows a tree, and marks titles that were not verified', async () => {
    const { out } = await call('programmes', 'dttsmn-2021-2025');
    expect(out).toContain('DA10  Dự án 10: Truyền thông');
    expect(out).toMatch(/DA4\.TDA2 {2}Tiểu dự án 2: .* \*\n/);
  });
  it('shows one node with capital, agency and law, however its code is typed', async () => {
    const { code, out } = await call('programmes', 'ntm-2021-2025', 'ndtp3.nd4');
    expect(code).toBe(0);
    expect(out).toContain('Nội dung thành phần 3 › Nội dung 4');
    const { path } = (await call('programmes', 'dttsmn-2021-2025', 'DA4.TDA1', '--json')).json<{
      path: { code: string }[];
    }>();
    expect(path.map((step) => step.code)).toEqual(['DA4', 'DA4.TDA1']);
  });
  it('refuses ids and codes that do not exist, and names those that do', async () => {
    const programme = await call('programmes', 'dtts');
    expect([programme.code, programme.err]).toEqual([2, expect.stringContaining('dttsmn-2021-2025')]);
    const node = await call('programmes', 'gnbv-2021-2025', 'DA8', '--json');
    expect([node.code, node.json().error.code]).toEqual([2, 'unknown-node']);
  });
});

describe('ctmtqg find', () => {
  it('finds the node by its words and notices a wrong number', async () => {
    const { code, out } = await call('find', 'du an 6 cham soc suc khoe nhan dan');
    expect(code).toBe(0);
    expect(out).toMatch(/^1\. dttsmn-2021-2025 DA7 .*sai số: ghi Dự án 6, đúng là Dự án 7/);
  });
  it('prints what design.md promises as JSON', async () => {
    const [best] = (await call('find', 'Dự án 7: Chăm sóc sức khỏe Nhân dân', '--json')).json<
      readonly Record<string, unknown>[]
    >();
    expect(best).toMatchObject({
      programme: 'dttsmn-2021-2025',
      node: 'DA7',
      numberAgrees: true,
      wrongNumbers: [],
    });
    expect(typeof best?.score).toBe('number');
  });
  it('prefers the programme asked for', async () => {
    const find = async (id: string) =>
      (await call('find', 'Truyền thông', '--programme', id, '--json')).json<
        readonly { programme: string }[]
      >()[0]?.programme;
    expect(await find('gnbv-2021-2025')).toBe('gnbv-2021-2025');
  });
  it('says so where nothing is alike, and refuses an empty title', async () => {
    expect((await call('find', 'Đường giao thông thôn 3')).out).toContain('Không thấy');
    expect((await call('find', 'Xã Tân Sơn', '--json')).json()).toEqual([]);
    expect((await call('find', ' ')).code).toBe(2);
  });
});
