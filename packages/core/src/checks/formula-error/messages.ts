import type { Messages } from '../../report/locale.js';
import { enAmount, enPlace } from '../support/sum-words-en.js';
import { viAmount, viPlace } from '../support/sum-words-vi.js';

const VI_CAUSES: Readonly<Record<string, string>> = {
  '#REF!': 'ô mà công thức cần đã bị xóa',
  '#DIV/0!': 'chia cho 0 hoặc cho ô trống',
  '#VALUE!': 'cộng trừ với một ô chứa chữ',
  '#NAME?': 'tên hàm hoặc tên vùng viết sai',
  '#N/A': 'không tìm thấy giá trị cần tra',
  '#NUM!': 'kết quả vượt giới hạn tính toán',
  '#NULL!': 'hai vùng không giao nhau',
};

const EN_CAUSES: Readonly<Record<string, string>> = {
  '#REF!': 'a cell that it needs was deleted',
  '#DIV/0!': 'it divides by zero or by an empty cell',
  '#VALUE!': 'it calculates with a cell that holds text',
  '#NAME?': 'a function or a name is misspelt',
  '#N/A': 'a value looked up was not found',
  '#NUM!': 'the result is beyond what can be computed',
  '#NULL!': 'two ranges do not meet',
};

export const vi: Messages = {
  findings: {
    'formula-error': {
      title: 'Công thức báo lỗi',
      message: (finding, words) => {
        const { error, formula, expectedFormula, followers } = finding.facts;
        const cause = VI_CAUSES[String(error)] ?? 'công thức không tính được';
        const what = formula ? `có công thức ${formula} ra ${error}` : `chứa ${error}`;
        const spread =
          Number(followers) > 0 ? ` ${followers} ô khác lấy số từ ô này nên cũng hỏng theo.` : '';
        const right = finding.expected ? ` (được ${viAmount(finding.expected, finding, words)})` : '';
        const mend = expectedFormula
          ? `Sửa công thức thành ${expectedFormula}${right}.`
          : `Mở ô ${finding.cell}, chỉ lại đúng ô cần lấy hoặc gõ lại số.`;
        return `${viPlace(finding)} ${what}: ${cause}.${spread} ${mend}`;
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'formula-error': {
      title: 'Formula shows an error',
      message: (finding, words) => {
        const { error, formula, expectedFormula, followers } = finding.facts;
        const cause = EN_CAUSES[String(error)] ?? 'the formula cannot be computed';
        const what = formula ? `has the formula ${formula}, which gives ${error}` : `holds ${error}`;
        const spread =
          Number(followers) > 0
            ? ` ${followers} more cells take their figure from here and fail with it.`
            : '';
        const right = finding.expected ? ` (it gives ${enAmount(finding.expected, finding, words)})` : '';
        const mend = expectedFormula
          ? `Change the formula to ${expectedFormula}${right}.`
          : `Open cell ${finding.cell} and point it at the right cells, or type the figure again.`;
        return `${enPlace(finding)} ${what}: ${cause}.${spread} ${mend}`;
      },
    },
  },
};
