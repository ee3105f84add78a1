/** Whether a window can be opened: always on Windows and macOS, elsewhere if a display is named. */
export function hasDisplay({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}
