// What several views do.

export const TIMEOUT = { timeout: Number(process.env.WAIT ?? 30_000) };

export const waitFor = (page, selector) => page.waitForSelector(selector, { ...TIMEOUT, state: "visible" });

export function expect(condition, message) {
  if (!condition) throw new Error(message);
}

/** The dashboard asks for the API key when it writes for the first time. */
export async function enterKey(page) {
  await page.getByLabel("API key").fill("for-the-test-0123456789");
  await page.click("text=Use this key");
}

export const setCheck = (page, text, isOn) =>
  page.setChecked(`text=${text} >> xpath=.. >> input`, isOn, { force: true });

/** The body of the next request that starts a spawn. */
export async function nextSpawn(page) {
  const request = await page.waitForRequest((each) => each.method() === "POST" && each.url().endsWith("/spawns"));
  return request.postDataJSON();
}

export function expectSame(actual, expected, what) {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  expect(got === wanted, `${what} was ${got}, not ${wanted}`);
}
