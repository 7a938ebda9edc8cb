import { notCovered } from '../errors.js';
import { HostObject } from './host-object.js';

/** Answer of a custom function, as office.js hands it to the host. */
export interface FunctionAnswer {
  readonly id: unknown;
  readonly ok: boolean;
  readonly value: unknown;
  readonly code: unknown;
}

class CustomFunctionsObject extends HostObject {
  readonly type = 'CustomFunctions';
  constructor(private readonly answers: FunctionAnswer[]) {
    super();
  }
  _SetOsfControlContainerReadyForCustomFunctions() {}
  SetInvocationArrayResults(results: readonly (readonly unknown[])[]) {
    for (const [id, ok, value, code] of results) {
      this.answers.push({ id, ok: ok === true, value, code: ok === true ? null : code });
    }
  }
}

class AddinServiceObject extends HostObject {
  readonly type = 'AddinInternalService';
  NotifyActionHandlerReady() {}
}

/** Services beside the workbook that office.js creates by their full names. */
export function makeService(typeName: string, answers: FunctionAnswer[]): HostObject {
  if (typeName === 'Microsoft.ExcelServices.CustomFunctions') return new CustomFunctionsObject(answers);
  if (typeName === 'Microsoft.InternalService.AddinInternalService') return new AddinServiceObject();
  throw notCovered(typeName);
}
