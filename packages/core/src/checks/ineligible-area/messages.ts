import type { Messages } from '../../report/locale.js';
import type { FactValue } from '../../report/types.js';
import { lawInWords } from '../support/law-words.js';

const list = (value: FactValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);

const ZONES_VI: Readonly<Record<string, string>> = {
  I: 'xã khu vực I',
  II: 'xã khu vực II',
  III: 'xã khu vực III',
  'difficult-village': 'thôn đặc biệt khó khăn',
  'poor-district': 'huyện nghèo',
  'coastal-commune': 'xã đặc biệt khó khăn vùng bãi ngang, ven biển và hải đảo',
};
const ZONES_EN: Readonly<Record<string, string>> = {
  I: 'region I communes',
  II: 'region II communes',
  III: 'region III communes',
  'difficult-village': 'especially difficult villages',
  'poor-district': 'poor districts',
  'coastal-commune': 'especially difficult coastal and island communes',
};
const REGIONS_VI: Readonly<Record<string, string>> = {
  I: 'thuộc khu vực I',
  II: 'thuộc khu vực II',
  III: 'thuộc khu vực III',
  none: 'ngoài vùng đồng bào dân tộc thiểu số và miền núi',
  'not-III': 'không phải xã khu vực III',
};
const REGIONS_EN: Readonly<Record<string, string>> = {
  I: 'in region I',
  II: 'in region II',
  III: 'in region III',
  none: 'outside the ethnic minority and mountainous area',
  'not-III': 'no region III commune',
};

const SHOWN = 4;
const named = (value: FactValue | undefined, rest: (count: number) => string) => {
  const places = list(value);
  const shown = places.slice(0, SHOWN).map((place) => `“${place}”`);
  return [...shown, ...(places.length > SHOWN ? [rest(places.length - SHOWN)] : [])].join(', ');
};

export const vi: Messages = {
  findings: {
    'ineligible-area': {
      title: 'Sai địa bàn thụ hưởng',
      message: ({ cell, facts, law }, words) => {
        const amounts = list(facts.amounts);
        const cells = `${amounts.length > 1 ? 'các ô' : 'ô'} ${amounts.slice(0, SHOWN).join(', ')}${amounts.length > SHOWN ? ', …' : ''}`;
        const where = REGIONS_VI[String(facts.region)] ?? 'không thuộc địa bàn này';
        const source = facts.listed ? ` theo danh sách (${facts.listed})` : ' như biểu ghi';
        const claim = facts.stated ? `; biểu lại ghi ${REGIONS_VI[String(facts.stated)]}` : '';
        const within = list(facts.within)
          .map((zone) => ZONES_VI[zone])
          .join(', ');
        const unless = [
          ...(facts.villages ? ['thôn đặc biệt khó khăn của xã đó'] : []),
          ...list(facts.exceptions),
        ];
        return (
          `Ô ${cell}: ${named(facts.places, (count) => `và ${count} nơi khác`)} ${where}${source}${claim}, nhưng ${cells} bố trí vốn ${words.node(facts.node)}, là vốn chỉ dùng ở ${within}${lawInWords(law, 'vi')}. ` +
          (unless.length > 0
            ? `Chỉ đúng nếu là: ${unless.join('; ')}. Nếu phải, ghi rõ trong biểu; nếu không, chuyển cho địa bàn đúng.`
            : 'Chuyển cho địa bàn đúng, hoặc dùng nguồn khác.')
        );
      },
    },
  },
  gaps: {
    'area-not-known': (gap) => ({
      what: `Địa bàn được dùng vốn ${list(gap.facts.nodes).join(', ')} ở trang “${gap.sheet}”`,
      why: WHY_VI[String(gap.facts.reason)]?.(gap.facts.place, gap.facts.places) ?? String(gap.facts.reason),
    }),
  },
};

const others = (count: FactValue | undefined, word: string) =>
  Number(count) > 1 ? ` ${word} ${Number(count) - 1}` : '';

type Why = (place: FactValue | undefined, count: FactValue | undefined) => string;
const WHY_VI: Readonly<Record<string, Why>> = {
  'no-list': (place, count) =>
    `biểu không ghi “${place}”${others(count, 'và nơi khác, thêm')} thuộc khu vực nào, và không có danh sách khu vực, thôn đặc biệt khó khăn, huyện nghèo theo tên; hãy thêm cột “Khu vực”, hoặc nêu danh sách của tỉnh bằng --rules`,
  'not-listed': (place, count) =>
    `danh sách của tỉnh có hiệu lực tại ngày của biểu không cho biết “${place}”${others(count, 'và nơi khác, thêm')} thuộc khu vực nào; hãy bổ sung danh sách hoặc thêm cột “Khu vực”`,
  ambiguous: (place) =>
    `danh sách của tỉnh có nhiều nơi tên “${place}”; hãy ghi rõ huyện hoặc xã, ví dụ “${place} (huyện …)”`,
};
const WHY_EN: Readonly<Record<string, Why>> = {
  'no-list': (place, count) =>
    `the sheet does not say in which region “${place}”${others(count, 'and others, besides it')} lies, and there are no lists of regions, difficult villages and poor districts by name; add a column “Khu vực”, or give the lists of the province with --rules`,
  'not-listed': (place, count) =>
    `the lists of the province in force on the day of the sheet do not tell in which region “${place}”${others(count, 'and others, besides it')} lies; complete them or add a column “Khu vực”`,
  ambiguous: (place) =>
    `the lists of the province have several places named “${place}”; write the district or commune, such as “${place} (huyện …)”`,
};

export const en: Messages = {
  findings: {
    'ineligible-area': {
      title: 'Outside the area where the money may be spent',
      message: ({ cell, facts, law }, words) => {
        const amounts = list(facts.amounts);
        const cells = `${amounts.length > 1 ? 'cells' : 'cell'} ${amounts.slice(0, SHOWN).join(', ')}${amounts.length > SHOWN ? ', …' : ''}`;
        const where = REGIONS_EN[String(facts.region)] ?? 'not in this area';
        const source = facts.listed ? ` by the list (${facts.listed})` : ' as the sheet says';
        const claim = facts.stated ? `; the sheet says ${REGIONS_EN[String(facts.stated)]}` : '';
        const within = list(facts.within)
          .map((zone) => ZONES_EN[zone])
          .join(', ');
        const unless = [
          ...(facts.villages ? ['difficult villages of that commune'] : []),
          ...list(facts.exceptionsEnglish),
        ];
        return (
          `Cell ${cell}: ${named(facts.places, (count) => `and ${count} more`)}, ${where}${source}${claim}, but ${cells} ${amounts.length > 1 ? 'give' : 'gives'} it money of ${words.node(facts.node)}, which may be spent only in ${within}${lawInWords(law, 'en')}. ` +
          (unless.length > 0
            ? `It is right only for: ${unless.join('; ')}. If so, say it in the sheet; if not, move the money to the right area.`
            : 'Move it to the right area, or use another source.')
        );
      },
    },
  },
  gaps: {
    'area-not-known': (gap) => ({
      what: `Area where money of ${list(gap.facts.nodes).join(', ')} may be spent, sheet “${gap.sheet}”`,
      why: WHY_EN[String(gap.facts.reason)]?.(gap.facts.place, gap.facts.places) ?? String(gap.facts.reason),
    }),
  },
};
