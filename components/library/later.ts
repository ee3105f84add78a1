// What the library needs only after its first rows are on screen, loaded as a chunk of its own.
export { ArticleMarks } from './ArticleMarks.tsx';
export { BulkBar } from './BulkBar.tsx';
export { EraseDialog } from './EraseDialog.tsx';
export { GoneList } from './GoneList.tsx';
export { ListEditor } from './ListEditor.tsx';
export { PrivacyView } from './PrivacyView.tsx';
export { QueryOptions } from './QueryOptions.tsx';
export { QueueHead } from './QueueHead.tsx';
export { RelatedArticles } from './RelatedArticles.tsx';
export { ReviewChip } from './ReviewChip.tsx';
export { ReviewView } from './ReviewView.tsx';
export { SavedSearches } from './SavedSearches.tsx';
export { SettingsView } from './SettingsView.tsx';
export { StatisticsView } from './StatisticsView.tsx';
export { TagHead } from './TagHead.tsx';
export { TrashHead } from './TrashHead.tsx';
