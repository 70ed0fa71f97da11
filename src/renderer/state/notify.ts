import { notifications } from '@mantine/notifications';
import type { AppError } from '@shared/base/result';

/** A short confirmation at the corner; never the only place something is said. */
export function notifyDone(message: string): void {
  notifications.show({ message, autoClose: 3500, withCloseButton: false, color: 'accent' });
}

/** Something the person asked for did not happen, and why. Stays until read. */
export function notifyError(error: AppError): void {
  notifications.show({
    title: error.message,
    message: error.code,
    autoClose: 12_000,
    color: 'red',
    withCloseButton: true,
  });
}
