"""What a site's pages teach about its furniture: from the sketches of pages to the texts that are its template's."""
