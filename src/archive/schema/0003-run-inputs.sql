-- What a run was made from, once all that it found is kept; empty for one that was broken off or could not look into all.
ALTER TABLE run ADD COLUMN inputs TEXT;
