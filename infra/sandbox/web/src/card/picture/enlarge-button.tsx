/** Opens what it stands on at a large size. */
export const EnlargeButton = ({ label, open }: { label: string; open: () => void }) => (
  <button type="button" className="enlarge" aria-label={label} title={label} onClick={open}>
    <svg
      viewBox="0 0 16 16"
      width={16}
      height={16}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      aria-hidden="true"
    >
      <path d="M9.5 2H14v4.5M14 2 9.5 6.5M6.5 14H2V9.5M2 14l4.5-4.5" />
    </svg>
  </button>
)
