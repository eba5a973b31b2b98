/** A model that is bundled as text. */
declare module '*.lvm' {
  const text: string;
  export default text;
}
