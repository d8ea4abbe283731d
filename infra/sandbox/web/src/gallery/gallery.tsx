import { useEffect } from 'react'
import { LookButtons } from '../chat/look-buttons.tsx'
import { usePreferences } from '../preferences.ts'
import { useWords } from '../words/words.ts'
import { ExampleView } from './example-view.tsx'
import { examples } from './examples.ts'
import './gallery.css'

/** One example of every component and of everything about it that can be seen, written by us. */
export function Gallery() {
  const words = useWords().gallery
  useEffect(() => {
    document.title = words.title
  }, [words])
  const kinds = [...examples.keys()]
  return (
    <div className="gallery">
      <header>
        <h1>{words.title}</h1>
        <a href="/">{words.back}</a>
        <LookButtons />
      </header>
      <p>{words.about}</p>
      <nav aria-label={words.index}>
        {kinds.map((kind) => (
          <a key={kind} href={`#${kind}`}>
            <Kind kind={kind} />
          </a>
        ))}
      </nav>
      <main>
        {kinds.map((kind) => (
          <Group key={kind} kind={kind} />
        ))}
      </main>
    </div>
  )
}

function Group({ kind }: { kind: string }) {
  const { language } = usePreferences()
  return (
    <section id={kind} aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`}>
        <Kind kind={kind} />
      </h2>
      <div className="grid">
        {examples.get(kind)?.map((example) => (
          <ExampleView
            key={example.en}
            example={example}
            name={language === 'en' ? example.en : example.zh}
          />
        ))}
      </div>
    </section>
  )
}

const Kind = ({ kind }: { kind: string }) => <>{useWords().gallery.kinds[kind] ?? <code>{kind}</code>}</>
